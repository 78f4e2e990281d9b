package rhytid.photo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reads once more whatever led fuzzing to something new, now with the usual limits. */
class FuzzedFilesTest {

    @Test
    void filesAreReadOrRefusedInTime() throws IOException {
        PhotoReader reader = new PhotoReader();
        for (Path file : files("intake")) {
            IntakeFuzz.reads(reader, IntakeFuzz.withSums(Files.readAllBytes(file)));
        }
    }

    @Test
    void metadataIsReadOrLeftAside() throws IOException {
        for (Path file : files("metadata")) {
            MetadataFuzz.fuzzerTestOneInput(Files.readAllBytes(file));
        }
    }

    private static List<Path> files(String target) throws IOException {
        try (var files = Files.list(Path.of("src", "test", "resources", "fuzz", target))) {
            return files.sorted().toList();
        }
    }
}
