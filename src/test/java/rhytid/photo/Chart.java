package rhytid.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Four coloured fields of which no turn or mirroring leaves all in place: the first row is A B, the second C D. */
final class Chart {

    static final int WIDTH = 96;
    static final int HEIGHT = 64;

    static final int A = 0xc83c32;
    static final int B = 0x3caa50;
    static final int C = 0x3250be;
    static final int D = 0xe0ac8c;

    private Chart() {}

    /** The chart as OpenCV encodes it. */
    static byte[] encoded(String extension, int... settings) {
        try (Mat chart = pixels()) {
            return encoded(chart, extension, settings);
        }
    }

    static byte[] encoded(Mat pixels, String extension, int... settings) {
        try (BytePointer out = new BytePointer();
                IntPointer parameters = new IntPointer(settings)) {
            assertThat(imencode(extension, pixels, out, parameters)).isTrue();
            byte[] bytes = new byte[(int) out.limit()];
            out.get(bytes);
            return bytes;
        }
    }

    static Mat pixels() {
        Mat chart = new Mat(HEIGHT, WIDTH, CV_8UC3);
        try (PointerScope scope = new PointerScope()) {
            int[] colours = {A, B, C, D};
            for (int i = 0; i < 4; i++) {
                int x = i % 2 * WIDTH / 2;
                int y = i / 2 * HEIGHT / 2;
                chart.apply(new org.bytedeco.opencv.opencv_core.Rect(x, y, WIDTH / 2, HEIGHT / 2))
                        .put(new Scalar(colours[i] & 0xff, colours[i] >> 8 & 0xff, colours[i] >> 16, 0));
            }
        }
        return chart;
    }

    /** The colours of the four fields' centres: first row, then second. */
    static int[] fields(Photo photo) {
        int[] fields = new int[4];
        for (int i = 0; i < 4; i++) {
            int x = photo.width() * (1 + 2 * (i % 2)) / 4;
            int y = photo.height() * (1 + 2 * (i / 2)) / 4;
            fields[i] = rgb(photo, x, y);
        }
        return fields;
    }

    static int rgb(Photo photo, int x, int y) {
        byte[] bgr = new byte[3];
        try (BytePointer data = new BytePointer(photo.pixels().ptr(y, x))) {
            data.get(bgr);
        }
        return (bgr[2] & 0xff) << 16 | (bgr[1] & 0xff) << 8 | bgr[0] & 0xff;
    }

    /** The largest difference of a channel between two colours. */
    static int distance(int one, int other) {
        int red = Math.abs((one >> 16) - (other >> 16));
        int green = Math.abs((one >> 8 & 0xff) - (other >> 8 & 0xff));
        int blue = Math.abs((one & 0xff) - (other & 0xff));
        return Math.max(red, Math.max(green, blue));
    }

    static void assertFields(Photo photo, int tolerance, int... expected) {
        int[] fields = fields(photo);
        for (int i = 0; i < 4; i++) {
            assertThat(distance(fields[i], expected[i]))
                    .as("field %d is %06x, not %06x", i, fields[i], expected[i])
                    .isLessThanOrEqualTo(tolerance);
        }
    }
}
