package rhytid.photo;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * A picture, its half, the half of that and so on, each made when it is first asked for: what is to be shrunk far is
 * shrunk from the one next to it, for averaging any other areas takes ten times as long. Owns native memory; one thread
 * at a time.
 */
public final class Halves implements AutoCloseable {

    private final List<Mat> pictures = new ArrayList<>();

    /** @param picture stays the caller's */
    public Halves(Mat picture) {
        pictures.add(picture);
    }

    /** The picture itself. */
    public Mat whole() {
        return pictures.getFirst();
    }

    /** The picture halved so many times; closed with this. */
    public Mat halved(int times) {
        while (pictures.size() <= times) {
            // It outlives the scope that it may first be asked for in.
            pictures.add(Halving.of(pictures.getLast()).retainReference());
        }
        return pictures.get(times);
    }

    @Override
    public void close() {
        pictures.stream().skip(1).forEach(Mat::close);
    }
}
