package rhytid.report;

import java.util.Map;
import rhytid.comparison.ExpressionComparison;
import rhytid.face.Expression;
import rhytid.photo.Both;
import rhytid.report.drawing.Frame;

/**
 * Both photos of a pair in one upright framing, the follow-up laid over the baseline, as fine as the photos are: what
 * the review zooms into. The smaller ones are among {@link Overlays}.
 */
public final class ReviewPictures {

    /** Beyond it no browser of a tablet shows a picture whole: 5000 × 4000 pixels, 80 MB once decoded. */
    private static final int MOST_HEIGHT = 5000;

    private static final int QUALITY = 90;

    private ReviewPictures() {}

    /** What they show. */
    static Frame frame(ExpressionComparison pair) {
        return Frame.full(pair, MOST_HEIGHT);
    }

    /** JPEGs without metadata by name, such as {@code rest-before-full.jpg}. */
    public static Map<String, byte[]> of(ExpressionComparison pair) {
        try (FramedPair full = FramedPair.of(pair, frame(pair))) {
            return of(pair.expression(), full);
        }
    }

    /** The same of pictures that are cut already. */
    static Map<String, byte[]> of(Expression expression, FramedPair full) {
        Both<byte[]> files = full.pictures().each(picture -> Picture.quickJpeg(picture, QUALITY));
        String key = expression.key();
        return Map.of(key + "-before-full.jpg", files.baseline(), key + "-after-full.jpg", files.followUp());
    }
}
