package rhytid.face;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import rhytid.SharedData;

/** The models tests run with: the project's own, or the lent ones while there are none. */
public final class TestModels {

    private static final Path OWN = Path.of("models");

    private TestModels() {}

    /** Whether the project's own models are there. */
    public static boolean ownArePresent() {
        if (!Files.isDirectory(OWN)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(OWN)) {
            List<String> tasks = entries.filter(e -> Files.isRegularFile(e.resolve("model.json")))
                    .map(e -> e.getFileName().toString())
                    .toList();
            return tasks.stream().anyMatch(t -> t.startsWith("landmarks_"))
                    && tasks.stream().anyMatch(t -> t.startsWith("detection_"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Models own() {
        return Models.open(OWN);
    }

    public static Models any() {
        return ownArePresent() ? own() : Models.open(SharedData.require("models"));
    }
}
