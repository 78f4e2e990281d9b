package rhytid.report;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import rhytid.comparison.Comparison;
import rhytid.comparison.ExpressionComparison;
import rhytid.face.Expression;

/** All pictures that the service keeps of a comparison: overlays, both photos to zoom into, and small ones. */
public final class ServicePictures {

    private ServicePictures() {}

    /** JPEGs without metadata by name; none where the pair is not comparable. */
    public static Map<String, byte[]> of(Comparison comparison) {
        Map<String, byte[]> pictures = new ConcurrentHashMap<>();
        if (comparison.comparable()) {
            comparison.expressions().values().forEach(pair -> draw(pair, pictures));
        }
        return pictures;
    }

    /** Each photo is cut once, as fine as it is: what is smaller is shrunk from that. */
    private static void draw(ExpressionComparison pair, Map<String, byte[]> pictures) {
        Expression expression = pair.expression();
        try (FramedPair full = FramedPair.of(pair, ReviewPictures.frame(pair));
                FramedPair overlaid = full.shrunk(Overlays.frame(pair))) {
            Stream.<Supplier<Map<String, byte[]>>>of(
                            () -> Overlays.of(pair, overlaid),
                            () -> ReviewPictures.of(expression, full),
                            () -> GalleryPictures.of(expression, overlaid))
                    .parallel()
                    .forEach(some -> pictures.putAll(some.get()));
        }
    }
}
