package rhytid.quality;

/**
 * How a picture's brightness rises to the right and downwards at each place, its border left out.
 *
 * @param right by place, row after row
 * @param down by place, row after row
 */
record Slopes(float[] right, float[] down) {

    /** Squares of rounded numbers are rounded again. */
    private static final float ROUNDING = 1.0001f;

    /**
     * The steep places.
     *
     * @param places where they are
     * @param limit a slope above it, in any direction, is at one of them
     */
    record Steep(int[] places, float limit) {}

    /** @param rows of the picture, at least three of three pixels each */
    static Slopes of(float[][] rows) {
        int width = rows[0].length - 2;
        int height = rows.length - 2;
        float[] right = new float[width * height];
        float[] down = new float[width * height];
        for (int y = 0; y < height; y++) {
            float[] row = rows[y + 1];
            for (int x = 0; x < width; x++) {
                right[y * width + x] = row[x + 2] - row[x];
                down[y * width + x] = rows[y + 2][x + 1] - rows[y][x + 1];
            }
        }
        return new Slopes(right, down);
    }

    int size() {
        return right.length;
    }

    /** Every place. */
    Steep all() {
        int[] places = new int[size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = i;
        }
        return new Steep(places, Float.NEGATIVE_INFINITY);
    }

    /** The steepest of all places, whatever way they face: about this share of them. */
    Steep steepest(double share) {
        float[] squares = new float[size()];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = right[i] * right[i] + down[i] * down[i];
        }
        float limit = Ranked.at(squares, (int) (squares.length * (1 - share)));
        int[] places = new int[squares.length];
        int n = 0;
        for (int i = 0; i < squares.length; i++) {
            if (squares[i] > limit) {
                places[n++] = i;
            }
        }
        return new Steep(java.util.Arrays.copyOf(places, n), (float) Math.sqrt(limit) * ROUNDING);
    }

    /** How steep it is in one direction, either way. */
    float along(float dx, float dy, int place) {
        return Math.abs(dx * right[place] + dy * down[place]);
    }

    /** The same at several places. */
    float[] along(float dx, float dy, int[] places) {
        float[] slopes = new float[places.length];
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = along(dx, dy, places[i]);
        }
        return slopes;
    }
}
