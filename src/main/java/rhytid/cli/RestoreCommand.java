package rhytid.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a backup back. */
@Command(
        name = "restore",
        description = "Writes a backup back into an empty folder, or an empty database and buckets.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class)
public final class RestoreCommand implements Callable<Integer> {

    /** What is done; the wiring is not the command line's. */
    public interface Job {
        void run(ServiceOptions options, Path file) throws Exception;
    }

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Parameters(paramLabel = "FILE", description = "The ZIP that backup wrote.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private final Job job;

    public RestoreCommand(Job job) {
        this.job = job;
    }

    @Override
    public Integer call() throws Exception {
        job.run(service, file);
        spec.commandLine().getOut().println(file);
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }
}
