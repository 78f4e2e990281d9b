package rhytid.wrinkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LeastSquaresTest {

    private static final double ROUNDING = 1e-9;

    @Test
    void equationsThatAgreeAreSolvedExactly() {
        LeastSquares line = new LeastSquares(2);
        for (double x : new double[] {-1, 0, 2, 5}) {
            line.add(new double[] {1, x, 3 - 0.5 * x}, 1);
        }
        assertThat(line.solved()).containsExactly(new double[] {3, -0.5}, within(ROUNDING));
    }

    @Test
    void anEquationCountsByItsWeight() {
        LeastSquares mean = new LeastSquares(1);
        mean.add(new double[] {1, 10}, 3);
        mean.add(new double[] {1, 2}, 1);
        assertThat(mean.solved()[0]).isEqualTo(8, within(ROUNDING));
        assertThat(mean.squares(0)).isEqualTo(4, within(ROUNDING));
    }

    @Test
    void partsTogetherSolveWhatTheWholeDoes() {
        LeastSquares whole = new LeastSquares(2);
        LeastSquares one = new LeastSquares(2);
        LeastSquares two = new LeastSquares(2);
        for (int i = 0; i < 8; i++) {
            double[] equation = {1, i, i * i};
            whole.add(equation, 1);
            (i < 3 ? one : two).add(equation, 1);
        }
        one.add(two);
        assertThat(one.solved()).containsExactly(whole.solved(), within(ROUNDING));
    }

    @Test
    void whatASolutionLeavesKeepsItsSign() {
        assertThat(LeastSquares.left(new double[] {1, 2, 4}, new double[] {1, 2}))
                .isEqualTo(-1, within(ROUNDING));
    }
}
