package rhytid.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which goals were held, with the figure each had, for each form of the benchmark: {@code held.json}. A goal once held
 * is not to be lost.
 *
 * @param figures by form, then by the row's id
 */
record HeldGoals(Map<String, Map<String, Double>> figures) {

    private static final Path FILE = Path.of("src/test/resources/rhytid/bench/held.json");

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static HeldGoals recorded() {
        if (!Files.exists(FILE)) {
            return new HeldGoals(Map.of());
        }
        try (InputStream in = Files.newInputStream(FILE)) {
            return new HeldGoals(JSON.readValue(in, new TypeReference<Map<String, Map<String, Double>>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In words, what was held in this form and is measured now but not held. */
    List<String> lostIn(GoalTable table) {
        Map<String, Double> before = figures.getOrDefault(table.size().key(), Map.of());
        return table.rows().stream()
                .filter(row -> before.containsKey(row.id()) && !row.held())
                .map(row -> row.what() + ": goal " + row.goal().words() + ", now "
                        + row.goal().shown(row.figure()) + ", was "
                        + row.goal().shown(before.getOrDefault(row.id(), Double.NaN)))
                .toList();
    }

    /** These, and what the table holds. What it measured and does not hold is forgotten: recording is a decision. */
    HeldGoals with(GoalTable table) {
        Map<String, Map<String, Double>> all = new TreeMap<>(Comparator.naturalOrder());
        all.putAll(figures);
        Map<String, Double> form = new TreeMap<>(all.getOrDefault(table.size().key(), Map.of()));
        table.rows().forEach(row -> form.remove(row.id()));
        table.rows().stream()
                .filter(GoalRow::held)
                .forEach(row -> form.put(row.id(), Double.valueOf(row.goal().shown(row.figure()))));
        all.put(table.size().key(), form);
        return new HeldGoals(all);
    }

    void write() throws IOException {
        Files.writeString(FILE, JSON.writeValueAsString(figures) + "\n");
    }
}
