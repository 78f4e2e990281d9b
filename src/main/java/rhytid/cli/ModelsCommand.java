package rhytid.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import rhytid.face.Model;

/** Says which models are in use. */
@Command(
        name = "models",
        description = "Says which models are in use: name, version, SHA-256, licence, origin.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class)
final class ModelsCommand implements Callable<Integer> {

    @Mixin
    private final ModelsOption models;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    ModelsCommand(Path home) {
        models = new ModelsOption(home);
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        for (Model model : models.open().all()) {
            out.println(model.name() + " " + model.version());
            out.println("  task     " + model.task());
            out.println("  file     " + model.file());
            out.println("  sha256   " + model.sha256());
            out.println("  licence  " + model.licence());
            out.println("  origin   " + model.origin());
        }
        out.flush();
        return ExitCode.DONE;
    }
}
