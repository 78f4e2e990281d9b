package rhytid;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Pictures and models that are lent to tests beside the project and may not be committed. A test that needs one skips
 * where it is missing, and fails in CI, where it is promised.
 */
public final class SharedData {

    private static final Path ROOT = Path.of("..", "shared");

    private SharedData() {}

    /** The file or folder below {@code ../shared}; the calling test ends here if there is none. */
    public static Path require(String relative) {
        return require(ROOT.resolve(relative));
    }

    /** The same for anything else a machine may lack. */
    public static Path require(Path path) {
        if (!Files.exists(path)) {
            if (inCi()) {
                fail(path + " is missing, and CI must not skip what needs it");
            }
            assumeTrue(false, path + " is missing: skipped");
        }
        return path;
    }

    public static boolean inCi() {
        return "true".equals(System.getenv("CI"));
    }
}
