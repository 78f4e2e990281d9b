package rhytid.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rhytid.comparison.Objection;
import rhytid.face.Expression;

/** Compares two visits. */
@Command(
        name = "compare",
        description = {
            "Says what changed between two visits. Each is a photo, or a folder with rest.jpg, brow-raise.jpg, frown.jpg,"
                    + " squint.jpg, smile.jpg, pucker.jpg, chin.jpg, platysma.jpg (any image type); what both have is"
                    + " compared.",
            "Writes comparison.json, report.html and overlays, and prints their folder."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class)
final class CompareCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "BASELINE", description = "Photo or folder from before the treatment.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path baseline;

    @Parameters(index = "1", paramLabel = "FOLLOWUP", description = "Photo or folder from after it.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path followUp;

    @Option(
            names = "--expression",
            paramLabel = "E",
            converter = ExpressionConverter.class,
            description = "What a single photo shows: ${COMPLETION-CANDIDATES}. Default: rest.",
            completionCandidates = ExpressionConverter.Keys.class)
    private Expression expression = Expression.REST;

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("rhytid-out");

    @Option(names = "--json", description = "Print comparison.json instead of the folder.")
    private boolean json;

    @Mixin
    private final ModelsOption models;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    CompareCommand(Path home) {
        models = new ModelsOption(home);
    }

    @Override
    public Integer call() throws IOException {
        Visit before = Visit.at(baseline, expression);
        Visit after = Visit.at(followUp, expression);
        PairJob.Outcome outcome;
        try (PairJob job = new PairJob(models.open());
                ProgressLine progress = new ProgressLine("comparing")) {
            outcome = job.run(before, after, out, progress);
        }
        PrintWriter stdout = spec.commandLine().getOut();
        stdout.println(json ? outcome.json() : out.toString());
        stdout.flush();
        for (Objection refusal : outcome.comparison().refusals()) {
            spec.commandLine().getErr().println(described(refusal));
        }
        return outcome.comparison().comparable() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private static String described(Objection objection) {
        @Nullable String photo = objection.photo();
        return "rhytid: not comparable: " + (photo == null ? "" : photo + ": ")
                + objection.refusal().message();
    }
}
