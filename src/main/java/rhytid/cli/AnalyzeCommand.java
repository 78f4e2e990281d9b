package rhytid.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rhytid.comparison.Assessment;
import rhytid.comparison.AssessmentOutcome;
import rhytid.comparison.Assessor;
import rhytid.face.Expression;
import rhytid.face.FaceFinder;
import rhytid.photo.PhotoReader;
import rhytid.photo.Reading;
import rhytid.photo.Refusal;
import rhytid.report.AssessmentJson;

/** Measures single photos, one JSON object for each, in the order of the arguments. */
@Command(
        name = "analyze",
        description =
                "Measures each photo by itself, one JSON object a line (always JSON; --json is taken for symmetry).",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class)
final class AnalyzeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PHOTO", arity = "1..*", description = "The photos.")
    private List<Path> files = List.of();

    @Option(
            names = "--expression",
            paramLabel = "E",
            converter = ExpressionConverter.class,
            description = "What the photos show: ${COMPLETION-CANDIDATES}. Default: rest.",
            completionCandidates = ExpressionConverter.Keys.class)
    private Expression expression = Expression.REST;

    @Option(names = "--json", description = "Print JSON, as always.")
    @SuppressWarnings("UnusedVariable") // part of the contract, and the only form there is
    private boolean json;

    @Mixin
    private final ModelsOption models;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    AnalyzeCommand(Path home) {
        models = new ModelsOption(home);
    }

    @Override
    public Integer call() {
        boolean refused = false;
        PhotoReader reader = new PhotoReader();
        try (FaceFinder finder = new FaceFinder(models.open())) {
            Assessor assessor = new Assessor(finder);
            for (Path file : files) {
                refused |= switch (PhotoFiles.read(reader, file)) {
                    case Reading.Refused unread -> refuse(file, List.of(unread.refusal()));
                    case Reading.Accepted accepted -> assess(file, assessor.assess(accepted.photo(), expression));
                };
            }
        }
        return refused ? ExitCode.REFUSED : ExitCode.DONE;
    }

    private boolean assess(Path file, AssessmentOutcome outcome) {
        return switch (outcome) {
            case AssessmentOutcome.Refused unfit -> refuse(file, unfit.refusals());
            case AssessmentOutcome.Assessed assessed -> {
                try (Assessment assessment = assessed.assessment()) {
                    print(AssessmentJson.line(file.toString(), assessment));
                }
                yield false;
            }
        };
    }

    private boolean refuse(Path file, List<Refusal> reasons) {
        print(AssessmentJson.refused(file.toString(), expression, reasons));
        return true;
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
