package rhytid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the commands promise to scripts, before any face is looked for. */
class CommandLineTest {

    private static final Path HOME = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"compare", "analyze", "landmarks", "demo", "models"})
    void everyCommandExplainsItself(String command) {
        Run run = Run.of(HOME, command, "--help");

        assertThat(run.exit()).isEqualTo(0);
        assertThat(run.out()).contains("Usage: rhytid " + command);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void versionIsTheBuilds() {
        assertThat(Run.of(HOME, "--version").out()).matches("rhytid \\d+\\.\\d+\\.\\d+.*\\s*");
    }

    @Test
    void noCommandIsBadUsage() {
        Run run = Run.of(HOME);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Name a command");
    }

    @Test
    void unknownExpressionIsBadUsageAndNamesTheKnown() {
        Run run = Run.of(HOME, "compare", "a.jpg", "b.jpg", "--expression", "grin");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("'grin' is no expression").contains("brow-raise");
    }

    @Test
    void missingPhotoIsBadUsageOfCompare() {
        Run run = Run.of(HOME, "compare", "no-such.jpg", "neither.jpg");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("no-such.jpg");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void folderWithoutNamedPhotosSaysHowToNameThem() throws IOException {
        Files.writeString(folder.resolve("IMG_1.jpg"), "");

        Run run = Run.of(HOME, "compare", folder.toString(), folder.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("rest.jpg");
    }

    @Test
    void twoPhotosOfOneExpressionAreNotGuessedBetween() throws IOException {
        Files.writeString(folder.resolve("rest.jpg"), "");
        Files.writeString(folder.resolve("rest.png"), "");

        Run run = Run.of(HOME, "compare", folder.toString(), folder.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("rest.jpg").contains("rest.png");
    }

    @Test
    void missingModelsAreNamedWithWhatToDo() {
        Run run = Run.of(HOME, "models", "--models", folder.resolve("none").toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("none").contains("--models");
    }

    @Test
    void optionIsReadFromTheEnvironment() {
        Run run = Run.of(HOME, Map.of("RHYTID_MODELS", folder.resolve("nowhere").toString()), List.of("models"));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("nowhere");
    }

    @Test
    void modelsAreNamedWithSumAndLicence() {
        Run run = Run.of(HOME, "models");

        assertThat(run.exit()).isEqualTo(0);
        assertThat(run.out()).containsPattern("sha256 +[0-9a-f]{64}").contains("licence  Apache-2.0");
    }

    @Test
    void unreadableFilesAreLinesOfTheirOwnAndTheExitCodeSaysSo() throws IOException {
        Path text = Files.writeString(folder.resolve("letter.jpg"), "Dear doctor");

        Run run = Run.of(
                HOME,
                "landmarks",
                text.toString(),
                folder.resolve("missing.jpg").toString());

        assertThat(run.exit()).isEqualTo(3);
        List<JsonNode> lines =
                run.out().lines().map(JsonMapper.shared()::readTree).toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).at("/error/code").asString()).isEqualTo("not-a-photo");
        assertThat(lines.get(1).at("/error/code").asString()).isEqualTo("missing-file");
    }
}
