package rhytid.face;

/**
 * How many pixels of the photo make one millimetre in the plane of the eyes.
 *
 * @param pxPerMm pixels per millimetre, above 0
 * @param relativeError standard error of {@code pxPerMm} within one patient, as a share of it (0.01 is 1 %)
 * @param source what it was read from: {@code iris}, or {@code interpupillary-distance} where the irises are hidden
 * @throws IllegalArgumentException if {@code pxPerMm} is not a positive number or the error is negative
 */
public record MillimetreScale(double pxPerMm, double relativeError, String source) {

    /** The horizontal visible iris diameter, 11.71 ± 0.42 mm between people (MEASURES.md). */
    public static final double IRIS_DIAMETER_MM = 11.7;

    public MillimetreScale {
        if (!(pxPerMm > 0 && Double.isFinite(pxPerMm))) {
            throw new IllegalArgumentException("a scale of " + pxPerMm + " px/mm");
        }
        if (!(relativeError >= 0)) {
            throw new IllegalArgumentException("a scale error of " + relativeError);
        }
    }

    public double mm(double pixels) {
        return pixels / pxPerMm;
    }

    public double pixels(double mm) {
        return mm * pxPerMm;
    }
}
