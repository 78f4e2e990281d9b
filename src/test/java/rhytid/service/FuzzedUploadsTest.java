package rhytid.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sends once more whatever led fuzzing to something new, and what it broke. */
class FuzzedUploadsTest {

    @ParameterizedTest
    @ValueSource(strings = {"fuzz/upload", "hostile/requests"})
    void anUploadIsTakenOrTurnedAwayClearly(String folder) throws IOException {
        for (Path file : files(folder)) {
            UploadFuzz.fuzzerTestOneInput(Files.readAllBytes(file));
        }
    }

    private static List<Path> files(String folder) throws IOException {
        try (var files = Files.list(Path.of("src", "test", "resources").resolve(folder))) {
            return files.sorted().toList();
        }
    }
}
