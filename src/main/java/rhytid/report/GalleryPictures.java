package rhytid.report;

import java.util.Map;
import rhytid.comparison.ExpressionComparison;
import rhytid.photo.Both;
import rhytid.report.drawing.Frame;

/**
 * Both photos of a pair as small as a phone's screen shows them, in the framing of {@link Overlays}. That framing is
 * the baseline's alone, so that all visits that are compared with one baseline lie over each other, in one size.
 */
public final class GalleryPictures {

    /** 720 pixels wide: a phone's width at two pixels a point. */
    private static final int HEIGHT = 900;

    private static final int QUALITY = 82;

    private GalleryPictures() {}

    /** JPEGs without metadata by name, such as {@code rest-before-small.jpg}. */
    public static Map<String, byte[]> of(ExpressionComparison pair) {
        Frame whole = Frame.face(pair, Overlays.HEIGHT);
        Frame frame = whole.scaled(Math.min(HEIGHT, whole.height()));
        String key = pair.expression().key();
        Both<byte[]> files = Both.of(
                () -> Picture.jpeg(pair.baseline().photo(), frame.baseline(), frame, QUALITY),
                () -> Picture.jpeg(pair.followUp().photo(), frame.followUp(), frame, QUALITY));
        return Map.of(key + "-before-small.jpg", files.baseline(), key + "-after-small.jpg", files.followUp());
    }
}
