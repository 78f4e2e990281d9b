package rhytid.report;

import java.util.Map;
import rhytid.comparison.ExpressionComparison;
import rhytid.photo.Both;
import rhytid.report.drawing.Frame;

/**
 * Both photos of a pair in one upright framing, the follow-up laid over the baseline, as fine as the photos are: what
 * the review zooms into. The smaller ones are among {@link Overlays}.
 */
public final class ReviewPictures {

    /** Beyond it no browser of a tablet shows a picture whole: 5000 × 4000 pixels, 80 MB once decoded. */
    static final int MOST_HEIGHT = 5000;

    private static final int QUALITY = 90;

    private ReviewPictures() {}

    /** JPEGs without metadata by name, such as {@code rest-before-full.jpg}. */
    public static Map<String, byte[]> of(ExpressionComparison pair) {
        Frame frame = Frame.full(pair, MOST_HEIGHT);
        String key = pair.expression().key();
        Both<byte[]> files = Both.of(
                () -> Picture.quickJpeg(pair.baseline().photo(), frame.baseline(), frame, QUALITY),
                () -> Picture.quickJpeg(pair.followUp().photo(), frame.followUp(), frame, QUALITY));
        return Map.of(key + "-before-full.jpg", files.baseline(), key + "-after-full.jpg", files.followUp());
    }
}
