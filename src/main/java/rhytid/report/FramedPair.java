package rhytid.report;

import org.bytedeco.opencv.opencv_core.Mat;
import rhytid.comparison.ExpressionComparison;
import rhytid.photo.Both;
import rhytid.report.drawing.Frame;

/** Both photos of a pair, cut to one framing. Owns native memory: close it. */
record FramedPair(Frame frame, Both<Mat> pictures) implements AutoCloseable {

    /** Cut out of the photos. */
    static FramedPair of(ExpressionComparison pair, Frame frame) {
        return new FramedPair(
                frame,
                Both.of(
                        () -> Picture.cut(pair.baseline().photo(), frame.baseline(), frame.width(), frame.height()),
                        () -> Picture.cut(pair.followUp().photo(), frame.followUp(), frame.width(), frame.height())));
    }

    /** The same pictures in a smaller size of the same framing: far quicker than cutting them anew. */
    FramedPair shrunk(Frame smaller) {
        return new FramedPair(
                smaller, pictures.each(picture -> Picture.shrunk(picture, smaller.width(), smaller.height())));
    }

    Mat before() {
        return pictures.baseline();
    }

    Mat after() {
        return pictures.followUp();
    }

    @Override
    public void close() {
        before().close();
        after().close();
    }
}
