package rhytid.phantom;

/**
 * The skin's own relief and colour: broad unevenness, the fine criss-cross of its furrows, pores, and spots of melanin
 * and blood. The same seed gives the same skin at any size.
 */
final class Skin {

    private final Noise relief;
    private final Noise pores;
    private final Noise melanin;
    private final Noise blood;
    private final double roughness;

    /** @param roughness 1 for a smooth young skin, 2 for a coarse one */
    Skin(long seed, double roughness) {
        this.relief = new Noise(seed + 101);
        this.pores = new Noise(seed + 202);
        this.melanin = new Noise(seed + 303);
        this.blood = new Noise(seed + 404);
        this.roughness = roughness;
    }

    /**
     * Height in mm.
     *
     * @param finestMm structures shorter than this are left out: the picture could not show them
     * @param porosity 0 where there are no pores to be seen, 1 on the nose
     */
    float height(double x, double y, double finestMm, double porosity) {
        double h = 0.030 * relief.at(x / 3.6, y / 3.6) + 0.016 * relief.at(x / 1.7 + 40, y / 1.7);
        if (finestMm < 0.9) {
            h += 0.011 * relief.at(x / 0.85 - 13, y / 0.85);
            h += 0.030 * (0.25 + porosity) * pores.pits(x / 0.95, y / 0.95, 0.24);
        }
        if (finestMm < 0.45) {
            double a = furrow((0.8 * x + 0.6 * y) / 0.55, (0.8 * y - 0.6 * x) / 1.6);
            double b = furrow((0.8 * x - 0.6 * y) / 0.55 + 31, (0.8 * y + 0.6 * x) / 1.6);
            h -= 0.0052 * (a + b);
            h += 0.0035 * relief.at(x / 0.4 + 7, y / 0.4 + 3);
        }
        return (float) (roughness * h);
    }

    private double furrow(double x, double y) {
        return 1 - Math.min(1, 4 * Math.abs(relief.at(x, y)));
    }

    /** Extra melanin, about −1 to 1. */
    float melanin(double x, double y) {
        return 1.3f * melanin.fractal(x / 14, y / 14, 4, 0.62f);
    }

    /** Extra blood, about −1 to 1. */
    float blood(double x, double y) {
        return 1.3f * blood.fractal(x / 9 + 5, y / 9, 4, 0.66f);
    }
}
