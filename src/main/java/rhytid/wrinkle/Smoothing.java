package rhytid.wrinkle;

/**
 * Symmetric separable filters over rows of floats that Java holds. Row by row through a ring of rows that fits the
 * nearest cache, two arrays of one index in each loop: the compiler then works on many pixels at once, and nothing is
 * copied to native memory and back, which took longer than the filter itself.
 */
final class Smoothing {

    private final int width;
    private final int height;
    private final float[] across;
    private final float[] down;

    /**
     * @param across the kernel's middle weight and those to its right
     * @param down the kernel's middle weight and those below it
     */
    private Smoothing(int width, int height, float[] across, float[] down) {
        this.width = width;
        this.height = height;
        this.across = across;
        this.down = down;
    }

    /** The mean under a Gaussian; what lies beyond the border is mirrored at the border's pixels. */
    static float[] gaussian(float[] from, int width, int height, double sigmaPx) {
        float[] half = half(sigmaPx);
        return new Smoothing(width, height, half, half).of(from);
    }

    private static float[] half(double sigmaPx) {
        int reach = (int) Math.ceil(3.5 * sigmaPx);
        double[] weights = new double[reach + 1];
        double sum = 0;
        for (int i = 0; i <= reach; i++) {
            weights[i] = Math.exp(-i * i / (2 * sigmaPx * sigmaPx));
            sum += i == 0 ? weights[i] : 2 * weights[i];
        }
        float[] half = new float[reach + 1];
        for (int i = 0; i <= reach; i++) {
            half[i] = (float) (weights[i] / sum);
        }
        return half;
    }

    private float[] of(float[] from) {
        int reach = down.length - 1;
        float[][] ring = new float[2 * reach + 1][width];
        Row row = new Row();
        for (int r = -reach; r < reach; r++) {
            row.smooth(from, mirrored(r, height), ring[r + reach]);
        }
        float[] out = new float[from.length];
        float[] sum = new float[width];
        for (int r = 0; r < height; r++) {
            row.smooth(from, mirrored(r + reach, height), ring[(r + 2 * reach) % ring.length]);
            times(sum, ring[(r + reach) % ring.length], down[0]);
            for (int k = 1; k <= reach; k++) {
                add(sum, ring[(r + reach - k) % ring.length], ring[(r + reach + k) % ring.length], down[k]);
            }
            System.arraycopy(sum, 0, out, r * width, width);
        }
        return out;
    }

    /** One row smoothed across; its arrays are used again for the next. */
    private final class Row {
        private final int reach = across.length - 1;
        private final float[] padded = new float[width + 2 * reach];
        private final float[] left = new float[width];
        private final float[] right = new float[width];

        void smooth(float[] from, int row, float[] to) {
            System.arraycopy(from, row * width, padded, reach, width);
            for (int i = 1; i <= reach; i++) {
                padded[reach - i] = padded[reach + mirrored(-i, width)];
                padded[reach + width - 1 + i] = padded[reach + mirrored(width - 1 + i, width)];
            }
            System.arraycopy(padded, reach, left, 0, width);
            times(to, left, across[0]);
            for (int k = 1; k <= reach; k++) {
                System.arraycopy(padded, reach - k, left, 0, width);
                System.arraycopy(padded, reach + k, right, 0, width);
                add(to, left, right, across[k]);
            }
        }
    }

    private static void times(float[] to, float[] values, float weight) {
        for (int i = 0; i < to.length; i++) {
            to[i] = weight * values[i];
        }
    }

    private static void add(float[] to, float[] one, float[] two, float weight) {
        for (int i = 0; i < to.length; i++) {
            to[i] += weight * (one[i] + two[i]);
        }
    }

    /** The place that stands for one beyond the border. */
    private static int mirrored(int place, int size) {
        if (size == 1) {
            return 0;
        }
        int at = Math.floorMod(place, 2 * (size - 1));
        return at < size ? at : 2 * (size - 1) - at;
    }
}
