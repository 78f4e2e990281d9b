package rhytid.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import rhytid.comparison.Algorithm;

/**
 * The tables in {@code src/site/validation.md}, one for each benchmark; what stands around them is written by hand. A
 * benchmark that was not run keeps its table, which says when it was measured.
 */
final class ValidationReport {

    private static final Path FILE = Path.of("src/site/validation.md");
    private static final String END = "<!-- end of goals -->";

    private ValidationReport() {}

    /** @throws IOException if the page cannot be read or written */
    static void write(GoalTable table) throws IOException {
        String page = Files.readString(FILE);
        for (Map.Entry<Benchmark, List<GoalRow>> one : table.byBenchmark().entrySet()) {
            page = with(page, one.getKey().name(), section(table.size(), one.getKey(), one.getValue()));
        }
        Files.writeString(FILE, page);
    }

    /** The page with this section in the place of the benchmark's last one, or after all others. */
    static String with(String page, String name, String section) {
        String from = "<!-- goals of " + name + " -->\n";
        String to = "<!-- end of " + name + " -->\n";
        int start = page.indexOf(from);
        int end = page.indexOf(to);
        String written = from + section + to;
        if (start >= 0 && end > start) {
            return page.substring(0, start) + written + page.substring(end + to.length());
        }
        int last = page.indexOf(END);
        if (last < 0) {
            throw new IllegalStateException(FILE + " has lost the mark " + END + ", before which the tables stand");
        }
        return page.substring(0, last) + written + "\n" + page.substring(last);
    }

    private static String section(BenchmarkSize size, Benchmark benchmark, List<GoalRow> rows) {
        long goals = rows.stream().filter(row -> row.goal().isSet()).count();
        long held = rows.stream().filter(GoalRow::held).count();
        return "### %s: %d of %d goals held%n%nAlgorithm %s, measured on %s.%n%n%s%n"
                .formatted(
                        benchmark.name(),
                        held,
                        goals,
                        Algorithm.VERSION,
                        LocalDate.now(ZoneOffset.UTC),
                        new GoalTable(size, Map.of(benchmark, rows)).markdown());
    }
}
