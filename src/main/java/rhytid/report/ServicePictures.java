package rhytid.report;

import java.util.LinkedHashMap;
import java.util.Map;
import rhytid.comparison.Comparison;
import rhytid.comparison.ExpressionComparison;
import rhytid.photo.Both;

/** All pictures that the service keeps of a comparison: overlays, both photos to zoom into, and small ones. */
public final class ServicePictures {

    private ServicePictures() {}

    /** JPEGs without metadata by name; none where the pair is not comparable. */
    public static Map<String, byte[]> of(Comparison comparison) {
        Map<String, byte[]> pictures = new LinkedHashMap<>();
        if (comparison.comparable()) {
            for (ExpressionComparison pair : comparison.expressions().values()) {
                Both<Map<String, byte[]>> files = Both.of(() -> ReviewPictures.of(pair), () -> smaller(pair));
                pictures.putAll(files.baseline());
                pictures.putAll(files.followUp());
            }
        }
        return pictures;
    }

    private static Map<String, byte[]> smaller(ExpressionComparison pair) {
        Map<String, byte[]> pictures = new LinkedHashMap<>(Overlays.of(pair));
        pictures.putAll(GalleryPictures.of(pair));
        return pictures;
    }
}
