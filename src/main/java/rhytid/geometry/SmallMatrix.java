package rhytid.geometry;

/** The little linear algebra that fits of a few parameters need. Matrices are arrays of rows. */
public final class SmallMatrix {

    private SmallMatrix() {}

    /** The matrix product of a and b. */
    public static double[][] product(double[][] a, double[][] b) {
        double[][] out = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b[0].length; j++) {
                for (int k = 0; k < b.length; k++) {
                    out[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return out;
    }

    /** JᵀWJ of a Jacobian given by its columns. */
    public static double[][] normal(double[][] columns, double[] weights) {
        double[][] out = new double[columns.length][columns.length];
        for (int i = 0; i < columns.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                for (int k = 0; k < weights.length; k++) {
                    out[i][j] += columns[i][k] * weights[k] * columns[j][k];
                }
            }
        }
        return out;
    }

    /** JᵀWr of a Jacobian given by its columns. */
    public static double[] gradient(double[][] columns, double[] weights, double[] residuals) {
        double[] out = new double[columns.length];
        for (int i = 0; i < columns.length; i++) {
            for (int k = 0; k < weights.length; k++) {
                out[i] += columns[i][k] * weights[k] * residuals[k];
            }
        }
        return out;
    }

    /**
     * Solves Ax = b by Gauss's elimination with the largest pivot.
     *
     * @throws ArithmeticException if the matrix has no inverse
     */
    public static double[] solve(double[][] matrix, double[] right) {
        int n = right.length;
        double[][] a = new double[n][];
        for (int i = 0; i < n; i++) {
            a[i] = java.util.Arrays.copyOf(matrix[i], n + 1);
            a[i][n] = right[i];
        }
        for (int column = 0; column < n; column++) {
            bringUpLargest(a, column);
            for (int row = 0; row < n; row++) {
                if (row != column) {
                    double factor = a[row][column] / a[column][column];
                    for (int k = column; k <= n; k++) {
                        a[row][k] -= factor * a[column][k];
                    }
                }
            }
        }
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = a[i][n] / a[i][i];
        }
        return x;
    }

    private static void bringUpLargest(double[][] a, int column) {
        int best = column;
        for (int row = column + 1; row < a.length; row++) {
            if (Math.abs(a[row][column]) > Math.abs(a[best][column])) {
                best = row;
            }
        }
        if (a[best][column] == 0) {
            throw new ArithmeticException("a matrix without inverse");
        }
        double[] swap = a[best];
        a[best] = a[column];
        a[column] = swap;
    }
}
