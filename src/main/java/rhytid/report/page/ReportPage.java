package rhytid.report.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * The report as its template shows it.
 *
 * @param refused whether the pair could not be compared: then there are problems and no panels
 * @param style the style sheet, put into the page
 * @param script the script, put into the page
 */
public record ReportPage(
        Words words,
        boolean refused,
        Headline headline,
        String days,
        List<Panel> panels,
        List<MovementRow> movement,
        List<Note> findings,
        List<Note> warnings,
        List<Note> problems,
        List<PhotoCard> photos,
        String version,
        List<Model> models,
        String style,
        String script) {

    /** A model that took part. */
    public record Model(String name, String sha256) {}

    public String language() {
        return words.locale().getLanguage();
    }

    /** What a key of {@code messages.properties} says. */
    public String say(String key, Object... arguments) {
        return words.say(key, arguments);
    }

    /** What the page may load: nothing but what it carries; its own style and script are known by their hash. */
    public String policy() {
        return "default-src 'none'; img-src data:; style-src " + hash(style) + "; script-src " + hash(script)
                + "; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
