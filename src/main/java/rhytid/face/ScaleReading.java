package rhytid.face;

import java.util.Map;

/** Millimetres from the irises, or from the distance of the pupils where both irises are hidden. */
final class ScaleReading {

    /**
     * Interpupillary distance of adults, mm: N. Dodgson, "Variation and extrema of human interpupillary distance",
     * 2004, mean 63.4, standard deviation 3.8.
     */
    private static final double INTERPUPILLARY_MM = 63.4;

    private static final double INTERPUPILLARY_SPREAD_MM = 3.8;

    private ScaleReading() {}

    static MillimetreScale of(FaceLandmarks landmarks, Map<Side, Iris> irises) {
        if (irises.isEmpty()) {
            return new MillimetreScale(
                    landmarks.interpupillaryPx() / INTERPUPILLARY_MM,
                    INTERPUPILLARY_SPREAD_MM / INTERPUPILLARY_MM,
                    "interpupillary-distance");
        }
        double weights = 0;
        double sum = 0;
        for (Iris iris : irises.values()) {
            double weight = 1 / Math.pow(Math.max(iris.diameterErrorPx(), 1e-6), 2);
            weights += weight;
            sum += weight * iris.diameterPx();
        }
        double diameter = sum / weights;
        return new MillimetreScale(
                diameter / MillimetreScale.IRIS_DIAMETER_MM, 1 / Math.sqrt(weights) / diameter, "iris");
    }
}
