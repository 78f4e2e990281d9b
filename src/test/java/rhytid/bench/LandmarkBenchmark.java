package rhytid.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import rhytid.face.LookPlan;
import rhytid.face.Models;

/**
 * The shipped models against hand-placed points, against themselves and on pictures without a face; in the long form
 * beside MediaPipe's and YuNet's, through the same code on the same pictures.
 */
final class LandmarkBenchmark implements Benchmark {

    @Override
    public String name() {
        return "landmarks";
    }

    @Override
    public List<GoalRow> run(Bench bench) {
        List<GoalRow> own = new ModelScores(bench.models(), bench.size(), bench.shared(), bench.crew()).measured();
        Path others = bench.shared().resolve("models");
        if (bench.size() == BenchmarkSize.SHORT || !Files.isDirectory(others)) {
            return own;
        }
        Models models = Models.open(others);
        try (Crew crew = new Crew(models, LookPlan.THOROUGH)) {
            Map<String, GoalRow> theirs = new ModelScores(models, bench.size(), bench.shared(), crew)
                    .measured().stream().collect(Collectors.toMap(GoalRow::id, row -> row));
            String names =
                    models.landmarks().name() + " + " + models.detection().name();
            return own.stream().map(row -> beside(row, theirs, names)).toList();
        }
    }

    private static GoalRow beside(GoalRow row, Map<String, GoalRow> others, String names) {
        GoalRow other = others.get(row.id());
        return other == null ? row : row.anchor(names + ": " + row.goal().shown(other.figure()));
    }
}
