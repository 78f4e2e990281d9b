package rhytid.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.opencv.global.opencv_core;
import rhytid.SharedData;
import rhytid.face.LookPlan;
import rhytid.face.Models;

/**
 * Measures every goal of the project and prints each as a row: {@code mvn -q -Pbench process-test-classes}, short with
 * {@code -Dbench.form=short}, some of it with {@code -Dbench.only=landmarks,moves}. The long form writes the validation
 * report. Ends with 1 where a goal that was held is lost.
 *
 * <p>Arguments: {@code long} or {@code short}, then names of benchmarks (all where there is none), then {@code record}
 * to remember what is held now.
 */
public final class Goals {

    /** A new benchmark goes here. */
    static final List<Benchmark> BENCHMARKS = List.of(
            new LandmarkBenchmark(),
            new NullPairs(),
            new KnownMoves(),
            new AlignmentGoals(),
            new PhantomGoals(),
            new GateRates(),
            new PairGateRates(),
            new LineGoals(),
            new NotLineGoals());

    private static final Path SHARED = Path.of("..", "shared");

    private Goals() {}

    /** @throws IOException if the table or the report cannot be written */
    public static void main(String[] args) throws IOException {
        if (!Files.isDirectory(SHARED.resolve("data/london"))) {
            System.err.println(SHARED + " is missing: nothing to measure on.");
            System.exit(SharedData.inCi() ? 1 : 0);
        }
        List<String> words = Arrays.stream(args)
                .flatMap(a -> Arrays.stream(a.split(",")))
                .filter(a -> !a.isBlank())
                .toList();
        BenchmarkSize size = words.contains("short") ? BenchmarkSize.SHORT : BenchmarkSize.LONG;
        List<Benchmark> chosen =
                BENCHMARKS.stream().filter(b -> words.contains(b.name())).toList();
        GoalTable table = new GoalTable(size, measured(size, chosen.isEmpty() ? BENCHMARKS : chosen));
        System.out.print(table.markdown());
        write(Path.of("target", "bench", "goals-" + size.key() + ".md"), table.markdown());
        HeldGoals held = HeldGoals.recorded();
        if (words.contains("record")) {
            held.with(table).write();
        }
        List<String> lost = held.lostIn(table);
        lost.forEach(goal -> System.out.println("LOST: " + goal));
        System.exit(lost.isEmpty() ? 0 : 1);
    }

    private static Map<Benchmark, List<GoalRow>> measured(BenchmarkSize size, List<Benchmark> benchmarks)
            throws IOException {
        // The crew has every core busy already.
        opencv_core.setNumThreads(1);
        Models models = Models.open(Path.of("models"));
        Map<Benchmark, List<GoalRow>> rows = new LinkedHashMap<>();
        long first = System.nanoTime();
        try (Crew crew = new Crew(models, LookPlan.THOROUGH)) {
            for (Benchmark benchmark : benchmarks) {
                System.err.printf("%s (%d of %d)%n", benchmark.name(), rows.size() + 1, benchmarks.size());
                long start = System.nanoTime();
                List<GoalRow> found = benchmark.run(new Bench(size, models, SHARED, crew));
                rows.put(benchmark, found);
                if (size == BenchmarkSize.LONG) {
                    // At once: what was measured stays written if a later part is stopped.
                    ValidationReport.write(new GoalTable(size, Map.of(benchmark, found)));
                }
                System.err.printf("%s: %d s%n", benchmark.name(), secondsSince(start));
            }
        }
        System.err.printf("the whole: %d s%n", secondsSince(first));
        return rows;
    }

    private static long secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000_000;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }
}
