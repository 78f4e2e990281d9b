package rhytid.phantom;

/**
 * What the camera adds.
 *
 * @param blurPx standard deviation of its blur in pixels of the picture, 0 for none
 * @param noise standard deviation of its noise at middle grey, in code values of 255
 * @param jpegQuality 1 to 100
 * @param seed of the noise; each photo has its own
 */
public record Camera(double blurPx, double noise, int jpegQuality, long seed) {

    public static final Camera GOOD = new Camera(0.55, 1.3, 91, 1);

    /** No blur and no noise: for measuring what was painted. */
    public static final Camera IDEAL = new Camera(0, 0, 100, 1);

    public Camera blur(double px) {
        return new Camera(px, noise, jpegQuality, seed);
    }

    public Camera noise(double codeValues) {
        return new Camera(blurPx, codeValues, jpegQuality, seed);
    }

    public Camera jpeg(int quality) {
        return new Camera(blurPx, noise, quality, seed);
    }

    public Camera seed(long other) {
        return new Camera(blurPx, noise, jpegQuality, other);
    }
}
