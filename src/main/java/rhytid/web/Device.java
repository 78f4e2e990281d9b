package rhytid.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The browser and system that a request says it comes from, as people call them. Nothing else of it is kept. */
final class Device {

    /** The first that is named counts: each browser also names those that it wants to be taken for. */
    private static final Map<String, String> BROWSERS = ordered(
            "Edg",
            "Edge",
            "OPR/",
            "Opera",
            "SamsungBrowser/",
            "Samsung Internet",
            "Firefox/",
            "Firefox",
            "FxiOS/",
            "Firefox",
            "CriOS/",
            "Chrome",
            "Chrome/",
            "Chrome",
            "Safari/",
            "Safari");

    private static final Map<String, String> SYSTEMS = ordered(
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Android",
            "Android",
            "Windows",
            "Windows",
            "CrOS",
            "ChromeOS",
            "Macintosh",
            "macOS",
            "Linux",
            "Linux");

    private Device() {}

    /** Null where it is no browser that we know, as with programs. */
    static @Nullable String of(@Nullable String userAgent) {
        String browser = first(BROWSERS, userAgent);
        String system = first(SYSTEMS, userAgent);
        return browser == null || system == null ? null : browser + " · " + system;
    }

    private static @Nullable String first(Map<String, String> known, @Nullable String userAgent) {
        return userAgent == null
                ? null
                : known.entrySet().stream()
                        .filter(entry -> userAgent.contains(entry.getKey()))
                        .findFirst()
                        .map(Map.Entry::getValue)
                        .orElse(null);
    }

    private static Map<String, String> ordered(String... markAndName) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < markAndName.length; i += 2) {
            all.put(markAndName[i], markAndName[i + 1]);
        }
        return all;
    }
}
