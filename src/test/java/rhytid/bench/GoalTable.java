package rhytid.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the benchmarks found, as a table to read. */
record GoalTable(BenchmarkSize size, Map<Benchmark, List<GoalRow>> byBenchmark) {

    List<GoalRow> rows() {
        return byBenchmark.values().stream().flatMap(List::stream).toList();
    }

    String markdown() {
        StringBuilder table = new StringBuilder("""
                | what | goal | figure | n | held | anchor | taken apart (n) | `bench.only` |
                |---|---|---:|---:|---|---|---|---|
                """);
        byBenchmark.forEach((benchmark, rows) -> rows.forEach(row -> table.append(line(benchmark, row))));
        return table.toString();
    }

    private static String line(Benchmark benchmark, GoalRow row) {
        String parts = row.parts().entrySet().stream()
                .map(part ->
                        part.getKey() + " " + row.goal().shown(part.getValue().figure()) + " ("
                                + part.getValue().samples() + ")")
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %d | %s | %s | %s | %s |\n",
                row.what(),
                row.goal().words(),
                row.goal().shown(row.figure()) + row.goal().spacedUnit(),
                row.samples(),
                !row.goal().isSet() ? "–" : row.held() ? "yes" : "**no**",
                row.anchor().isEmpty() ? "–" : row.anchor(),
                parts.isEmpty() ? "–" : parts,
                benchmark.name());
    }
}
