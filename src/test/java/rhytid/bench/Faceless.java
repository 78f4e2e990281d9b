package rhytid.bench;

import java.util.Random;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import rhytid.geometry.Box;
import rhytid.photo.Photo;

/** Pictures without a face: drawn ones, and portraits whose face is covered by pieces of what surrounds it. */
final class Faceless {

    private static final int KINDS = 5;

    private Faceless() {}

    /** A drawn picture; the same number gives the same picture. */
    static Photo drawn(int number) {
        Random random = new Random(number);
        return Pictures.of(
                switch (number % KINDS) {
                    case 0 -> clouds(random, 1.0);
                    case 1 -> clouds(random, 0.45);
                    case 2 -> ellipses(random);
                    case 3 -> stripes(random);
                    default -> spotted(random);
                });
    }

    /** Noise of all sizes, the coarse stronger: skin, plaster, clouds. */
    private static Mat clouds(Random random, double roughness) {
        Mat sum = new Mat(640, 640, opencv_core.CV_32FC3, new Scalar(0, 0, 0, 0));
        try (Size full = new Size(640, 640);
                Mat grown = new Mat()) {
            for (int cells = 3; cells <= 640; cells *= 2) {
                try (Mat noise = noise(random, cells)) {
                    opencv_imgproc.resize(noise, grown, full, 0, 0, opencv_imgproc.INTER_CUBIC);
                    opencv_core.scaleAdd(grown, Math.pow(cells, -roughness), sum, sum);
                }
            }
        }
        opencv_core.normalize(sum, sum, 0, 255, opencv_core.NORM_MINMAX, opencv_core.CV_8U, new Mat());
        Mat bytes = new Mat();
        sum.convertTo(bytes, opencv_core.CV_8UC3);
        sum.close();
        return bytes;
    }

    private static Mat noise(Random random, int cells) {
        float[] values = new float[cells * cells * 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        Mat noise = new Mat(cells, cells, opencv_core.CV_32FC3);
        try (var data = new org.bytedeco.javacpp.FloatPointer(noise.data())) {
            data.put(values);
        }
        return noise;
    }

    private static Mat ellipses(Random random) {
        Mat picture = new Mat(640, 640, opencv_core.CV_8UC3, colour(random));
        for (int i = 0; i < 60; i++) {
            try (Point centre = new Point(random.nextInt(640), random.nextInt(640));
                    Size axes = new Size(5 + random.nextInt(120), 5 + random.nextInt(160));
                    Scalar colour = colour(random)) {
                opencv_imgproc.ellipse(
                        picture, centre, axes, random.nextInt(180), 0, 360, colour, -1, opencv_imgproc.LINE_AA, 0);
            }
        }
        return picture;
    }

    private static Mat stripes(Random random) {
        Mat picture = clouds(random, 1.0);
        for (int y = 0; y < 640; y += 12 + random.nextInt(30)) {
            try (Point from = new Point(0, y);
                    Point to = new Point(639, y + random.nextInt(60) - 30);
                    Scalar colour = colour(random)) {
                opencv_imgproc.line(picture, from, to, colour, 1 + random.nextInt(12), opencv_imgproc.LINE_AA, 0);
            }
        }
        return picture;
    }

    /** Pairs of dark spots over a bar on a light ground: the crudest likeness of a face that is none. */
    private static Mat spotted(Random random) {
        Mat picture = clouds(random, 1.2);
        for (int i = 0; i < 12; i++) {
            int x = 60 + random.nextInt(500);
            int y = 60 + random.nextInt(500);
            int apart = 15 + random.nextInt(60);
            try (Scalar dark = new Scalar(random.nextInt(60), random.nextInt(60), random.nextInt(60), 0);
                    Point right = new Point(x - apart, y);
                    Point left = new Point(x + apart, y + random.nextInt(20) - 10);
                    Point from = new Point(x - apart, y + 2 * apart);
                    Point to = new Point(x + apart, y + 2 * apart)) {
                opencv_imgproc.circle(picture, right, apart / 4, dark, -1, opencv_imgproc.LINE_AA, 0);
                opencv_imgproc.circle(picture, left, apart / 4, dark, -1, opencv_imgproc.LINE_AA, 0);
                opencv_imgproc.line(picture, from, to, dark, apart / 6 + 1, opencv_imgproc.LINE_AA, 0);
            }
        }
        return picture;
    }

    private static Scalar colour(Random random) {
        return new Scalar(random.nextInt(256), random.nextInt(256), random.nextInt(256), 0);
    }

    /** The photo with its face covered by pieces from around it; the caller closes it. */
    static Photo covered(Photo photo, Box face, Random random) {
        Mat picture = photo.pixels().clone();
        Box whole = new Box(0, 0, photo.width(), photo.height());
        double grow = 0.25 * Math.max(face.width(), face.height());
        Box hidden = new Box(face.x() - grow, face.y() - grow, face.width() + 2 * grow, face.height() + 2 * grow)
                .intersection(whole);
        int piece = (int) Math.max(8, hidden.width() / 12);
        for (int y = (int) hidden.y(); y < hidden.bottom() - 1; y += piece) {
            for (int x = (int) hidden.x(); x < hidden.right() - 1; x += piece) {
                int width = (int) Math.min(piece, hidden.right() - x);
                int height = (int) Math.min(piece, hidden.bottom() - y);
                copyFromAround(photo.pixels(), picture, new Rect(x, y, width, height), hidden, random);
            }
        }
        return Pictures.of(picture);
    }

    private static void copyFromAround(Mat from, Mat to, Rect place, Box hidden, Random random) {
        for (int attempt = 0; attempt < 60; attempt++) {
            int x = random.nextInt(from.cols() - place.width());
            int y = random.nextInt(from.rows() - place.height());
            boolean outside = hidden.intersection(new Box(x, y, place.width(), place.height()))
                            .area()
                    == 0;
            if (outside) {
                try (Mat source = new Mat(from, new Rect(x, y, place.width(), place.height()));
                        Mat target = new Mat(to, place)) {
                    source.copyTo(target);
                }
                return;
            }
        }
        // The face fills the picture: an even grey is all that is left.
        try (Mat target = new Mat(to, place);
                Scalar grey = new Scalar(128, 128, 128, 0)) {
            target.put(grey);
        }
    }
}
