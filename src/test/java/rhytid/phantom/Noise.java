package rhytid.phantom;

/** Smooth random fields of the plane, the same for the same seed on every machine. Values −1 to 1 about. */
final class Noise {

    private final int seed;

    Noise(long seed) {
        this.seed = (int) (seed * 0x9E3779B97F4A7C15L >>> 32);
    }

    /** Gradient noise (Perlin 2002): wavelength 1, mean 0, standard deviation about 0.25. */
    float at(double x, double y) {
        int x0 = (int) Math.floor(x);
        int y0 = (int) Math.floor(y);
        float fx = (float) (x - x0);
        float fy = (float) (y - y0);
        float u = fade(fx);
        float v = fade(fy);
        float top = mix(gradient(x0, y0, fx, fy), gradient(x0 + 1, y0, fx - 1, fy), u);
        float bottom = mix(gradient(x0, y0 + 1, fx, fy - 1), gradient(x0 + 1, y0 + 1, fx - 1, fy - 1), u);
        return mix(top, bottom, v);
    }

    /** Octaves of {@link #at}, each half as long and {@code gain} times as strong, turned against each other. */
    float fractal(double x, double y, int octaves, float gain) {
        float sum = 0;
        float weight = 1;
        double px = x;
        double py = y;
        for (int i = 0; i < octaves; i++) {
            sum += weight * at(px + 17.3 * i, py - 9.1 * i);
            weight *= gain;
            double turned = 1.6 * px - 1.2 * py;
            py = 1.2 * px + 1.6 * py;
            px = turned;
        }
        return sum;
    }

    /**
     * Pits strewn over the plane, one a unit cell: 0 between them, down to −1 in their middle.
     *
     * @param radius of a pit in cells, 0 to 0.5
     */
    float pits(double x, double y, double radius) {
        int cx = (int) Math.floor(x);
        int cy = (int) Math.floor(y);
        float deepest = 0;
        for (int j = cy - 1; j <= cy + 1; j++) {
            for (int i = cx - 1; i <= cx + 1; i++) {
                int h = hash(i, j);
                double dx = x - i - 0.1 - 0.8 * (h & 1023) / 1023.0;
                double dy = y - j - 0.1 - 0.8 * (h >>> 10 & 1023) / 1023.0;
                double size = radius * (0.5 + 0.9 * (h >>> 20 & 255) / 255.0);
                double d = (dx * dx + dy * dy) / (size * size);
                if (d < 1) {
                    float depth = (float) ((1 - d) * (1 - d) * (0.35 + 0.65 * (h >>> 28 & 15) / 15.0));
                    deepest = Math.max(deepest, depth);
                }
            }
        }
        return -deepest;
    }

    /** A number from 0 to 1 for a cell of the grid. */
    float cell(int x, int y) {
        return (hash(x, y) & 0xFFFFFF) / (float) 0xFFFFFF;
    }

    private float gradient(int x, int y, float dx, float dy) {
        int h = hash(x, y) & 7;
        float a = (h & 4) == 0 ? dx : dy;
        float b = (h & 4) == 0 ? dy : dx;
        return ((h & 1) == 0 ? a : -a) + 0.5f * ((h & 2) == 0 ? b : -b);
    }

    private int hash(int x, int y) {
        int h = seed ^ x * 0x27D4EB2D ^ Integer.rotateLeft(y * 0x165667B1, 13);
        h = (h ^ h >>> 15) * 0x2C1B3C6D;
        h = (h ^ h >>> 12) * 0x297A2D39;
        return h ^ h >>> 15;
    }

    private static float fade(float t) {
        return t * t * t * (t * (t * 6 - 15) + 10);
    }

    private static float mix(float a, float b, float t) {
        return a + (b - a) * t;
    }
}
