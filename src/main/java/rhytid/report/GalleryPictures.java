package rhytid.report;

import java.util.Map;
import rhytid.face.Expression;
import rhytid.photo.Both;
import rhytid.report.drawing.Frame;

/**
 * Both photos of a pair as small as a phone's screen shows them, in the framing of {@link Overlays}. That framing is
 * the baseline's alone, so that all visits that are compared with one baseline lie over each other, in one size.
 */
final class GalleryPictures {

    /** 720 pixels wide: a phone's width at two pixels a point. */
    private static final int HEIGHT = 900;

    private static final int QUALITY = 82;

    private GalleryPictures() {}

    /** JPEGs without metadata by name, such as {@code rest-before-small.jpg}. */
    static Map<String, byte[]> of(Expression expression, FramedPair overlaid) {
        Frame whole = overlaid.frame();
        String key = expression.key();
        try (FramedPair small = overlaid.shrunk(whole.scaled(Math.min(HEIGHT, whole.height())))) {
            Both<byte[]> files = small.pictures().each(picture -> Picture.jpeg(picture, QUALITY));
            return Map.of(key + "-before-small.jpg", files.baseline(), key + "-after-small.jpg", files.followUp());
        }
    }
}
