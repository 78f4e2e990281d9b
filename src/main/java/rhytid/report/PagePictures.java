package rhytid.report;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bytedeco.opencv.opencv_core.Mat;
import rhytid.comparison.ExpressionComparison;
import rhytid.geometry.Affine;
import rhytid.photo.Photo;
import rhytid.report.drawing.Frame;
import rhytid.report.page.PanelPictures;

/** Cuts the pictures that the page carries, in sizes that keep it light enough to send. */
final class PagePictures {

    /** Enough to look closer at a region on a desk's screen. */
    private static final int FACE_HEIGHT = 1500;

    private static final int BROWS_HEIGHT = 620;
    private static final int SMALL_HEIGHT = 900;
    private static final int THUMBNAIL_HEIGHT = 480;
    private static final int QUALITY = 84;

    private PagePictures() {}

    static PanelPictures of(ExpressionComparison pair) {
        Frame face = Frame.face(pair, FACE_HEIGHT);
        Frame brows = Frame.brows(pair, BROWS_HEIGHT);
        Frame small = face.scaled(Math.min(SMALL_HEIGHT, face.height()));
        Photo before = pair.baseline().photo();
        Photo after = pair.followUp().photo();
        // They know nothing of each other: all cores.
        List<byte[]> cuts = Stream.<Supplier<byte[]>>of(
                        () -> cut(before, face, face.baseline()),
                        () -> cut(after, face, face.followUp()),
                        () -> cut(before, brows, brows.baseline()),
                        () -> cut(after, brows, brows.followUp()),
                        () -> greys(before, small),
                        () -> cut(before, small, small.baseline()),
                        () -> cut(after, small, small.followUp()))
                .parallel()
                .map(Supplier::get)
                .toList();
        return new PanelPictures(
                face,
                cuts.get(0),
                cuts.get(1),
                brows,
                cuts.get(2),
                cuts.get(3),
                small,
                cuts.get(4),
                cuts.get(5),
                cuts.get(6));
    }

    /** A whole photo, small. */
    static byte[] thumbnail(Photo photo) {
        double factor = Math.min(1, (double) THUMBNAIL_HEIGHT / photo.height());
        Affine shrink = new Affine(factor, 0, (factor - 1) / 2, 0, factor, (factor - 1) / 2);
        int width = Math.max(1, (int) Math.round(photo.width() * factor));
        int height = Math.max(1, (int) Math.round(photo.height() * factor));
        try (Mat small = Picture.cut(photo, shrink, width, height)) {
            return Picture.jpeg(small, QUALITY);
        }
    }

    private static byte[] cut(Photo photo, Frame frame, Affine toFrame) {
        try (Mat picture = Picture.cut(photo, toFrame, frame.width(), frame.height())) {
            return Picture.jpeg(picture, QUALITY);
        }
    }

    private static byte[] greys(Photo photo, Frame frame) {
        try (Mat picture = Picture.cut(photo, frame.baseline(), frame.width(), frame.height());
                Mat grey = Picture.grey(picture)) {
            return Picture.jpeg(grey, QUALITY);
        }
    }
}
