package rhytid.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeldGoalsTest {

    private static final HeldGoals HELD = new HeldGoals(Map.of("long", Map.of("brow", 0.2)));

    @Test
    void aGoalThatWasHeldAndIsMissedIsLost() {
        assertThat(HELD.lostIn(table(BenchmarkSize.LONG, 0.31)))
                .singleElement()
                .asString()
                .contains("0.31", "0.20");
    }

    @Test
    void aGoalThatIsStillHeldIsNot() {
        assertThat(HELD.lostIn(table(BenchmarkSize.LONG, 0.3))).isEmpty();
    }

    @Test
    void aFigureThatCouldNotBeHadLosesItsGoal() {
        assertThat(HELD.lostIn(table(BenchmarkSize.LONG, Double.NaN))).hasSize(1);
    }

    @Test
    void oneFormKnowsNothingOfTheOther() {
        assertThat(HELD.lostIn(table(BenchmarkSize.SHORT, 0.9))).isEmpty();
    }

    @Test
    void recordingKeepsWhatIsHeldAndForgetsWhatIsNot() {
        assertThat(HELD.with(table(BenchmarkSize.LONG, 0.25)).figures()).containsEntry("long", Map.of("brow", 0.25));
        assertThat(HELD.with(table(BenchmarkSize.LONG, 0.5)).figures()).containsEntry("long", Map.of());
    }

    private static GoalTable table(BenchmarkSize size, double figure) {
        Benchmark nobody = new Benchmark() {
            @Override
            public String name() {
                return "nobody";
            }

            @Override
            public List<GoalRow> run(Bench bench) {
                return List.of();
            }
        };
        return new GoalTable(
                size, Map.of(nobody, List.of(GoalRow.of("brow", "brow moved", Goal.atMost(0.3, "mm", 2), figure, 12))));
    }
}
