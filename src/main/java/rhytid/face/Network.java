package rhytid.face;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_dnn;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_core.StringVector;
import org.bytedeco.opencv.opencv_dnn.Net;

/** A network loaded into OpenCV. Owns native memory; one thread at a time. */
final class Network implements AutoCloseable {

    /**
     * OpenCV 4.13 fills its one table of TFLite operators at the first use, and a second thread would see half of it.
     */
    private static final Object ONE_TFLITE_AT_A_TIME = new Object();

    private final Model model;
    private final Net net;

    /** @throws UnusableModelException if OpenCV cannot load it */
    Network(Model model) {
        this.model = model;
        this.net = load(model);
    }

    private static Net load(Model model) {
        byte[] bytes = model.bytes();
        boolean tflite = model.file().toString().toLowerCase(Locale.ROOT).endsWith(".tflite");
        try (BytePointer buffer = new BytePointer(bytes)) {
            if (!tflite) {
                return opencv_dnn.readNetFromONNX(buffer, bytes.length);
            }
            synchronized (ONE_TFLITE_AT_A_TIME) {
                return opencv_dnn.readNetFromTFLite(buffer, bytes.length);
            }
        } catch (RuntimeException e) {
            throw new UnusableModelException(
                    model.file(), "cannot be loaded: " + e.getMessage(), "It needs OpenCV's dnn to understand it.");
        }
    }

    Model model() {
        return model;
    }

    /** The names of the network's outputs. */
    List<String> outputNames() {
        List<String> names = new ArrayList<>();
        try (StringVector all = net.getUnconnectedOutLayersNames()) {
            for (long i = 0; i < all.size(); i++) {
                names.add(upToNull(all.get(i).getString()));
            }
        }
        return names;
    }

    /** JavaCPP hands a C++ string over with the null that ends it. */
    private static String upToNull(String name) {
        int end = name.indexOf('\0');
        return end < 0 ? name : name.substring(0, end);
    }

    /**
     * One pass over a square picture of the model's own size, in OpenCV's order of channels.
     *
     * @return the asked-for outputs by name, flattened
     */
    Map<String, float[]> run(Mat square, List<String> outputs) {
        try (PointerScope scope = new PointerScope()) {
            int size = model.input().size();
            Mat blob = opencv_dnn.blobFromImage(
                    square,
                    model.input().scale(),
                    new Size(size, size),
                    new Scalar(0, 0, 0, 0),
                    model.input().rgb(),
                    false,
                    opencv_core.CV_32F);
            net.setInput(blob);
            StringVector names = new StringVector(outputs.toArray(String[]::new));
            MatVector results = new MatVector();
            net.forward(results, names);
            Map<String, float[]> values = new HashMap<>();
            for (int i = 0; i < outputs.size(); i++) {
                values.put(outputs.get(i), floats(results.get(i)));
            }
            return values;
        }
    }

    private static float[] floats(Mat mat) {
        float[] values = new float[(int) mat.total()];
        try (FloatPointer data = new FloatPointer(mat.data())) {
            data.get(values);
        }
        return values;
    }

    @Override
    public void close() {
        net.close();
    }
}
