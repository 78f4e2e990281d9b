package rhytid.wrinkle;

import java.util.Arrays;
import rhytid.geometry.SmallMatrix;

/** Weighted linear least squares by its normal equations, which are gathered one equation at a time. */
final class LeastSquares {

    private final double[][] normal;

    LeastSquares(int unknowns) {
        this.normal = new double[unknowns][unknowns + 1];
    }

    /** One more equation, the last number its right side. */
    void add(double[] equation, double weight) {
        for (int a = 0; a < normal.length; a++) {
            for (int b = 0; b <= normal.length; b++) {
                normal[a][b] += weight * equation[a] * equation[b];
            }
        }
    }

    /** All equations of another. */
    void add(LeastSquares other) {
        for (int a = 0; a < normal.length; a++) {
            for (int b = 0; b <= normal.length; b++) {
                normal[a][b] += other.normal[a][b];
            }
        }
    }

    /** Sum of the squares that an unknown was multiplied by: how much was learnt of it were it the only one. */
    double squares(int unknown) {
        return normal[unknown][unknown];
    }

    /**
     * The unknowns.
     *
     * @throws ArithmeticException if the equations do not tell all of them
     */
    double[] solved() {
        int n = normal.length;
        double[][] left = new double[n][];
        double[] right = new double[n];
        for (int row = 0; row < n; row++) {
            left[row] = Arrays.copyOf(normal[row], n);
            right[row] = normal[row][n];
        }
        return SmallMatrix.solve(left, right);
    }

    /** What a solution leaves of an equation. */
    static double left(double[] equation, double[] solution) {
        double left = equation[solution.length];
        for (int a = 0; a < solution.length; a++) {
            left -= solution[a] * equation[a];
        }
        return left;
    }
}
