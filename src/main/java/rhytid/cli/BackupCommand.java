package rhytid.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes all that the service keeps into one file. */
@Command(
        name = "backup",
        description = "Writes all that the service keeps into one ZIP, also while it runs.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class)
public final class BackupCommand implements Callable<Integer> {

    /** What is done; the wiring is not the command line's. */
    public interface Job {
        void run(ServiceOptions options, Path file) throws Exception;
    }

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Parameters(paramLabel = "FILE", description = "The ZIP to write.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private final Job job;

    public BackupCommand(Job job) {
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
