package rhytid.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rhytid.comparison.Comparison;
import rhytid.face.Expression;

/** Compares the pairs that come with the program. */
@Command(
        name = "demo",
        description =
                "Compares the pairs in sample-images/ and prints the folder with a comparison.json and a report.html"
                        + " for each. One pair is meant to be refused.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class)
final class DemoCommand implements Callable<Integer> {

    private final Path samples;

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("rhytid-out");

    @Mixin
    private final ModelsOption models;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    DemoCommand(Path home) {
        samples = home.resolve("sample-images");
        models = new ModelsOption(home);
    }

    @Override
    public Integer call() throws IOException {
        List<Path> pairs = pairs();
        PrintWriter err = spec.commandLine().getErr();
        try (PairJob job = new PairJob(models.open());
                ProgressLine progress = new ProgressLine("comparing")) {
            for (int i = 0; i < pairs.size(); i++) {
                Path pair = pairs.get(i);
                String name = pair.getFileName().toString();
                double done = i;
                Comparison comparison = job.run(
                                Visit.at(pair.resolve("baseline"), Expression.REST),
                                Visit.at(pair.resolve("follow-up"), Expression.REST),
                                out.resolve(name),
                                (share, step) -> progress.at((done + share) / pairs.size(), name + ": " + step))
                        .comparison();
                err.println(name + ": "
                        + (comparison.comparable()
                                ? "compared"
                                : "refused: "
                                        + comparison
                                                .refusals()
                                                .getFirst()
                                                .refusal()
                                                .message()));
                err.flush();
            }
        }
        PrintWriter stdout = spec.commandLine().getOut();
        stdout.println(out);
        stdout.flush();
        return ExitCode.DONE;
    }

    private List<Path> pairs() throws IOException {
        if (!Files.isDirectory(samples)) {
            throw new UsageException("The sample pairs are missing: there is no folder " + samples + ".");
        }
        try (Stream<Path> folders = Files.list(samples)) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("baseline")))
                    .sorted()
                    .toList();
        }
    }
}
