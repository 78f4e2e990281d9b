package rhytid.app;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the program lies: the folder with models/ and sample-images/. */
final class Home {

    private Home() {}

    /** What the launcher says in {@code rhytid.home}; else the folder above the jar's that has models/. */
    static Path find() {
        String stated = System.getProperty("rhytid.home");
        if (stated != null) {
            return Path.of(stated);
        }
        try {
            Path folder = Path.of(Home.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            while (folder != null) {
                if (Files.isDirectory(folder.resolve("models"))) {
                    return folder;
                }
                folder = folder.getParent();
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the jar's own place is no path", e);
        }
        return Path.of("");
    }
}
