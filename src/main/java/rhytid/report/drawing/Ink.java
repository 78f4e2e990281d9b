package rhytid.report.drawing;

/**
 * The colour and width a line is drawn with: from pale yellow and thin for a shallow line to magenta and thick for a
 * deep one. Every step of the ramp is told from skin of every tone and, by its lightness, without colour vision.
 *
 * @param step 0 shallow to {@link #STEPS} − 1 deep; the page's style sheet names its colours {@code ink-0…}
 */
public record Ink(int step) {

    public static final int STEPS = 5;

    /** Depth (Weber contrast) from which a line has the last step: a furrow; a fine line has 0.03. */
    public static final double DEEPEST = 0.20;

    private static final int[] RGB = {0xffe66d, 0xffb347, 0xff7a4d, 0xf0466f, 0xc21e8f};

    private static final double[] WIDTH_SHARE = {1.0, 1.25, 1.5, 1.8, 2.2};

    public static Ink ofDepth(double depth) {
        return new Ink((int) Math.clamp(Math.floor(depth / DEEPEST * STEPS), 0, STEPS - 1));
    }

    public int rgb() {
        return RGB[step];
    }

    /** Against the thinnest line's width. */
    public double widthShare() {
        return WIDTH_SHARE[step];
    }
}
