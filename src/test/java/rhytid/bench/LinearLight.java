package rhytid.bench;

import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/** Code values of sRGB (IEC 61966-2-1) as light, for pictures that are painted into. */
final class LinearLight {

    private static final double[] OF_CODE = new double[256];

    static {
        for (int i = 0; i < 256; i++) {
            double v = i / 255.0;
            OF_CODE[i] = v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
        }
    }

    private LinearLight() {}

    /** A picture's light, 0 to 1, as floats; for whoever takes it to free. */
    static Mat of(Mat picture) {
        Mat table = new Mat(1, 256, opencv_core.CV_32FC1);
        try (FloatIndexer values = table.createIndexer()) {
            for (int i = 0; i < 256; i++) {
                values.put(0, i, (float) OF_CODE[i]);
            }
        }
        Mat light = new Mat();
        opencv_core.LUT(picture, table, light);
        table.close();
        return light;
    }

    /** The code value of so many times the light. */
    static int times(int code, double factor) {
        return code(OF_CODE[code] * factor);
    }

    /** The code value where a share of what is seen is covered by something else of that light. */
    static int covered(int code, double share, double light) {
        return code(OF_CODE[code] * (1 - share) + light * share);
    }

    private static int code(double light) {
        double curve = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
        return (int) Math.clamp(Math.round(255 * curve), 0, 255);
    }
}
