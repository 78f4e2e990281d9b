package rhytid.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rhytid.face.Model;
import rhytid.face.Models;
import rhytid.face.UnusableModelException;

/**
 * Holds every set of models at hand against hand-placed points and against itself, and prints one table: {@code mvn -q
 * -Pbench process-test-classes}, and with {@code -Dbench.form=short} in a minute.
 */
public final class LandmarkBenchmark {

    private LandmarkBenchmark() {}

    /**
     * @param args {@code short} or {@code long}, then the folder lent beside the project, then folders of models
     * @throws IOException if the table cannot be written
     */
    public static void main(String[] args) throws IOException {
        BenchmarkSize size = args.length > 0 && args[0].equals("short") ? BenchmarkSize.SHORT : BenchmarkSize.LONG;
        Path shared = Path.of(args.length > 1 ? args[1] : "../shared");
        List<Path> folders = args.length > 2
                ? java.util.Arrays.stream(args).skip(2).map(Path::of).toList()
                : List.of(Path.of("models"), shared.resolve("models"));
        if (!Files.isDirectory(shared.resolve("data/london"))) {
            System.err.println(shared.resolve("data/london") + " is missing: nothing to hold the models against.");
            return;
        }
        Map<String, Map<String, String>> columns = new LinkedHashMap<>();
        for (Path folder : folders) {
            try {
                Models models = Models.open(folder);
                System.err.println("Measuring " + folder + " …");
                columns.put(title(models), new ModelScores(models, size, shared).measured());
            } catch (UnusableModelException e) {
                System.err.println(e.getMessage());
            }
        }
        String table = table(columns);
        Path file = Path.of("target", "bench", "landmarks.md");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, table);
        System.out.print(table);
    }

    private static String title(Models models) {
        Model landmarks = models.landmarks();
        Model detection = models.detection();
        return landmarks.name() + " " + landmarks.version() + ", " + detection.name() + " " + detection.version();
    }

    private static String table(Map<String, Map<String, String>> columns) {
        Set<String> rows = new LinkedHashSet<>();
        columns.values().forEach(column -> rows.addAll(column.keySet()));
        StringBuilder table = new StringBuilder("| measure |");
        columns.keySet().forEach(title -> table.append(' ').append(title).append(" |"));
        table.append("\n|---|").append("---:|".repeat(columns.size())).append('\n');
        for (String row : rows) {
            table.append("| ").append(row).append(" |");
            columns.values()
                    .forEach(column -> table.append(' ')
                            .append(column.getOrDefault(row, "–"))
                            .append(" |"));
            table.append('\n');
        }
        return table.toString();
    }
}
