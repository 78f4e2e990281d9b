package rhytid.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import rhytid.geometry.Box;
import rhytid.geometry.Point;
import rhytid.photo.Halves;

/**
 * Finds faces with a network of YuNet's outputs: per stride S, {@code cls_S} and {@code obj_S} (their product's root is
 * the score), {@code bbox_S} (offset of the centre and logarithms of the sides, in strides) and {@code kps_S} (five
 * points; the first two are the subject's right and left eye). W. Wu, H. Peng, S. Yu, "YuNet: A Tiny Millisecond-level
 * Face Detector", Machine Intelligence Research 20, 2023. Owns native memory; safe for use by many threads, one after
 * the other.
 */
final class FaceDetector implements AutoCloseable {

    /** From here on YuNet's authors count a face. */
    static final double SURE = 0.6;

    /** Below it nothing is worth a second look. */
    private static final double MIN_SCORE = 0.3;

    /** Boxes that share more than this are one face. */
    private static final double MAX_OVERLAP = 0.3;

    private final Network network;
    private final List<String> outputs;

    FaceDetector(Model model) {
        network = new Network(model);
        outputs = network.outputNames();
    }

    /** What may be faces in the picture, the surest first, none twice; in pixels of the picture. */
    List<Detection> detect(Halves picture) {
        int size = network.model().input().size();
        Mat whole = picture.whole();
        double factor = (double) size / Math.max(whole.cols(), whole.rows());
        try (PointerScope scope = new PointerScope()) {
            Map<String, float[]> values = run(letterboxed(picture, size, factor));
            List<Detection> found = new ArrayList<>();
            for (String name : outputs) {
                if (name.startsWith("cls_")) {
                    decode(values, Integer.parseInt(name.substring(4)), size, found);
                }
            }
            return withoutRepeats(found).stream().map(d -> d.scaled(1 / factor)).toList();
        }
    }

    private synchronized Map<String, float[]> run(Mat square) {
        return network.run(square, outputs);
    }

    /**
     * The picture in the top left corner of a black square; the caller's scope owns it. A large one is halved first:
     * where a face is about is no matter of how its pixels are averaged, and halving takes a tenth of the time.
     */
    private static Mat letterboxed(Halves picture, int size, double factor) {
        int halvings = 0;
        double left = factor;
        while (left <= 0.5) {
            halvings++;
            left *= 2;
        }
        Mat source = picture.halved(halvings);
        int width = Math.clamp(Math.round(source.cols() * left), 1, size);
        int height = Math.clamp(Math.round(source.rows() * left), 1, size);
        Mat square = new Mat(size, size, source.type(), new Scalar(0, 0, 0, 0));
        Mat corner = new Mat(square, new Rect(0, 0, width, height));
        int interpolation = left < 1 ? opencv_imgproc.INTER_AREA : opencv_imgproc.INTER_LINEAR;
        opencv_imgproc.resize(source, corner, new Size(width, height), 0, 0, interpolation);
        return square;
    }

    private static void decode(Map<String, float[]> values, int stride, int size, List<Detection> found) {
        float[] cls = values.getOrDefault("cls_" + stride, new float[0]);
        float[] obj = values.getOrDefault("obj_" + stride, new float[0]);
        float[] bbox = values.getOrDefault("bbox_" + stride, new float[0]);
        float[] kps = values.getOrDefault("kps_" + stride, new float[0]);
        int columns = size / stride;
        for (int i = 0; i < cls.length; i++) {
            double score = Math.sqrt(Math.clamp(cls[i], 0.0, 1.0) * Math.clamp(obj[i], 0.0, 1.0));
            if (score >= MIN_SCORE) {
                int column = i % columns;
                int row = i / columns;
                double width = Math.exp(bbox[4 * i + 2]) * stride;
                double height = Math.exp(bbox[4 * i + 3]) * stride;
                double x = (column + bbox[4 * i]) * stride - width / 2;
                double y = (row + bbox[4 * i + 1]) * stride - height / 2;
                found.add(new Detection(
                        new Box(x, y, width, height),
                        score,
                        keyPoint(kps, i, 0, column, row, stride),
                        keyPoint(kps, i, 1, column, row, stride)));
            }
        }
    }

    private static Point keyPoint(float[] kps, int cell, int which, int column, int row, int stride) {
        int at = 10 * cell + 2 * which;
        return new Point((column + kps[at]) * stride, (row + kps[at + 1]) * stride);
    }

    private static List<Detection> withoutRepeats(List<Detection> found) {
        List<Detection> kept = new ArrayList<>();
        found.stream()
                .sorted(Comparator.comparingDouble(Detection::score).reversed())
                .filter(d -> kept.stream().noneMatch(k -> k.box().overlap(d.box()) > MAX_OVERLAP))
                .forEachOrdered(kept::add);
        return kept;
    }

    @Override
    public void close() {
        network.close();
    }
}
