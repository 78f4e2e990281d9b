package rhytid.phantom;

/**
 * The cross-section of a line: a valley between soft lips. How dark it looks is made of two things: less light reaches
 * its bottom, and its two slopes face the light differently.
 */
final class CreaseProfile {

    private static final int HALF = 20;

    private final double widthMm;
    private final double fold;
    private final double[] shades = new double[2 * HALF + 1];
    private final double[] slopes = new double[2 * HALF + 1];

    /**
     * @param widthMm full width of the dark valley at half its depth
     * @param fold how much the skin bulges beside it, 0 to 1
     */
    CreaseProfile(double widthMm, double fold) {
        this.widthMm = widthMm;
        this.fold = fold;
        for (int i = -HALF; i <= HALF; i++) {
            double mm = 0.5 * widthMm * i / HALF;
            shades[i + HALF] = shade(mm);
            slopes[i + HALF] = (height(mm + 0.01) - height(mm - 0.01)) / 0.02;
        }
    }

    /**
     * The dark of the valley is a narrow bell on a wide, faint one; with these shares its width at half height is 2.88
     * times the narrow bell's deviation, which makes it the line's width.
     */
    double sigma() {
        return widthMm / 2.88;
    }

    /** How far from the course anything of it is seen, mm. */
    double reachMm() {
        return Math.max(8.5 * sigma(), fold > 0 ? 8 : 0);
    }

    /** Share of the light that is kept from a place beside the course: 1 at its bottom. */
    double shade(double mm) {
        return 0.72 * Shape.bell(mm, sigma()) + 0.28 * Shape.bell(mm, 2.8 * sigma());
    }

    /** Height of the skin in mm for a valley of Weber depth 1; negative in the valley. */
    double height(double mm) {
        double lip = Math.abs(mm) - 3.2 * sigma();
        double bulge = Math.abs(mm) - 2.9;
        return -0.55 * widthMm * Shape.bell(mm, 1.5 * sigma())
                + 0.13 * widthMm * Shape.bell(lip, 1.7 * sigma())
                + 0.9 * fold * Shape.bell(bulge, 1.9);
    }

    /**
     * How strong the shade must be for the bottom of the valley to have a given Weber contrast, when the slopes are lit
     * from across.
     *
     * @param depth the Weber contrast wanted
     * @param across the light's component across the course over that towards the camera
     */
    double shadeFor(double depth, double across) {
        double low = 0;
        double high = depth;
        for (int i = 0; i < 16; i++) {
            double mid = (low + high) / 2;
            if (contrast(mid, depth, across) < depth) {
                low = mid;
            } else {
                high = mid;
            }
        }
        return (low + high) / 2;
    }

    /** The Weber contrast at the darkest place within half a width of the course. */
    private double contrast(double shade, double depth, double across) {
        double darkest = 1;
        for (int i = 0; i < shades.length; i++) {
            double slope = depth * slopes[i];
            double lit = (1 - across * slope) / Math.sqrt(1 + slope * slope);
            darkest = Math.min(darkest, (1 - shade * shades[i]) * lit);
        }
        return 1 - darkest;
    }
}
