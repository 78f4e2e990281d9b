package rhytid.wrinkle;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_64FC1;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import rhytid.geometry.Affine;

/** OpenCV's forms of maps and kernels. Native memory is freed with the scope it is made in. */
final class Mats {

    static final Scalar BLACK = new Scalar(0);

    private Mats() {}

    static Mat affine(Affine map) {
        Mat mat = new Mat(2, 3, CV_64FC1);
        new DoublePointer(mat.data()).put(map.a(), map.b(), map.tx(), map.c(), map.d(), map.ty());
        return mat;
    }

    /** A row or column of weights, as separable filters take them. */
    static Mat kernel(double[] weights) {
        Mat mat = new Mat(1, weights.length, CV_32FC1);
        float[] narrow = new float[weights.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) weights[i];
        }
        new FloatPointer(mat.data()).put(narrow);
        return mat;
    }
}
