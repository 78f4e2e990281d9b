package rhytid.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What {@code backup} and {@code restore} have in common: all that a service keeps, and one ZIP. */
abstract class WholeDataCommand implements Callable<Integer> {

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Parameters(paramLabel = "FILE", description = "The ZIP of a backup.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private final DataJob job;

    WholeDataCommand(DataJob job) {
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
