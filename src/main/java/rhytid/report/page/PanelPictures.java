package rhytid.report.page;

import rhytid.report.drawing.Frame;

/**
 * The JPEGs that one expression's panel shows, cut by whoever may touch pixels.
 *
 * @param face the framing of {@code before} and {@code after}
 * @param brows the framing of the two pictures of eyes and brows
 * @param small the framing of {@code ground}, {@code smallBefore} and {@code smallAfter}
 * @param ground the baseline in greys
 */
public record PanelPictures(
        Frame face,
        byte[] before,
        byte[] after,
        Frame brows,
        byte[] browsBefore,
        byte[] browsAfter,
        Frame small,
        byte[] ground,
        byte[] smallBefore,
        byte[] smallAfter) {}
