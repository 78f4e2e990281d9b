package rhytid.face;

import java.nio.file.Files;
import java.nio.file.Path;
import rhytid.SharedData;

/** The models tests run with: the project's own, or the lent ones while there are none. */
public final class TestModels {

    private static final Path OWN = Path.of("models");

    private TestModels() {}

    /** Whether the project's own models are there. */
    public static boolean ownArePresent() {
        return Files.isDirectory(OWN.resolve("training").getParent())
                && Files.isRegularFile(OWN.resolve("landmarks_rhytid/model.json"));
    }

    public static Models own() {
        return Models.open(OWN);
    }

    public static Models any() {
        return ownArePresent() ? own() : Models.open(SharedData.require("models"));
    }
}
