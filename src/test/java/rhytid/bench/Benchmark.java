package rhytid.bench;

import java.util.List;

/**
 * Some of the goals of the project, measured. A new one is put into {@link Goals#BENCHMARKS}; everything else (table,
 * report, what was held and is lost) follows from its rows.
 */
public interface Benchmark {

    /** One word, by which it can be run alone: {@code -Dbench.only=WORD}. */
    String name();

    List<GoalRow> run(Bench bench);
}
