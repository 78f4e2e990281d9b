package rhytid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** Folders that outlive one test class; they go when the run's database does. */
public final class TemporaryFolders {

    private static final Queue<Path> MADE = new ConcurrentLinkedQueue<>();

    private TemporaryFolders() {}

    public static Path create(String prefix) throws IOException {
        Path folder = Files.createTempDirectory(prefix);
        MADE.add(folder);
        return folder;
    }

    static void deleteAll() {
        for (Path folder : MADE) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                System.err.println("left behind: " + folder + " (" + e.getMessage() + ")");
            }
        }
    }
}
