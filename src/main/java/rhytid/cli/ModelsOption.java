package rhytid.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import rhytid.face.Models;

/** {@code --models}, on every command that looks at faces. */
final class ModelsOption {

    private final Path home;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description = "Use the models in DIR instead of Rhytid's own: folders with a model.json, or the files of"
                    + " MediaPipe's face mesh and YuNet.")
    private @Nullable Path folder;

    ModelsOption(Path home) {
        this.home = home;
    }

    Models open() {
        return Models.open(folder != null ? folder : home.resolve("models"));
    }
}
