package rhytid.wrinkle;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A picture of one number a pixel, held by Java. Its pixel (0, 0) is centred on ({@code left}, {@code top}) of the
 * face's millimetre frame, and {@code pxPerMm} pixels make a millimetre.
 */
record Raster(float[] values, int width, int height, double left, double top, double pxPerMm) {

    Raster {
        if (values.length != width * height) {
            throw new IllegalArgumentException(values.length + " values for " + width + " × " + height);
        }
    }

    /** The same frame with other values. */
    Raster with(float[] others) {
        return new Raster(others, width, height, left, top, pxPerMm);
    }

    Raster empty() {
        return with(new float[values.length]);
    }

    double column(double xMm) {
        return (xMm - left) * pxPerMm;
    }

    double row(double yMm) {
        return (yMm - top) * pxPerMm;
    }

    double xMm(double column) {
        return left + column / pxPerMm;
    }

    double yMm(double row) {
        return top + row / pxPerMm;
    }

    /** The value at a place in millimetres, between pixels; the nearest border's beyond them. */
    double at(double xMm, double yMm) {
        return sample(values, column(xMm), row(yMm));
    }

    /** The value at a place in pixels of this raster, bilinear. */
    double sample(float[] from, double column, double row) {
        double x = within(column, width - 1.001);
        double y = within(row, height - 1.001);
        int i = (int) x;
        int j = (int) y;
        double fx = x - i;
        double fy = y - j;
        int at = j * width + i;
        return (1 - fy) * ((1 - fx) * from[at] + fx * from[at + 1])
                + fy * ((1 - fx) * from[at + width] + fx * from[at + width + 1]);
    }

    /** From 0 to the limit: Math.clamp checks more than the many calls from here can afford. */
    private static double within(double v, double limit) {
        return v < 0 ? 0 : v > limit ? limit : v;
    }

    /** Smoothed by a Gaussian whose standard deviation is given in millimetres. */
    Raster blurred(double sigmaMm) {
        double sigma = sigmaMm * pxPerMm;
        if (sigma < 0.05) {
            return this;
        }
        // Wide blurs are computed on a coarser raster: the same to a thousandth, and many times quicker.
        int shrink = (int) Math.min(8, sigma / 3);
        if (shrink >= 2) {
            double coarse = sigma * sigma - (shrink * shrink - 1) / 12.0;
            Raster small = shrunk(shrink);
            return small.gaussian(Math.sqrt(coarse) / shrink).stretchedTo(this);
        }
        return gaussian(sigma);
    }

    private Raster gaussian(double sigmaPx) {
        return with(Smoothing.gaussian(values, width, height, sigmaPx));
    }

    /** Means over blocks of {@code by} × {@code by} pixels. */
    Raster shrunk(int by) {
        int w = Math.max(1, width / by);
        int h = Math.max(1, height / by);
        try (PointerScope scope = new PointerScope()) {
            Mat whole = mat();
            Mat part = new Mat(whole, new org.bytedeco.opencv.opencv_core.Rect(0, 0, w * by, h * by));
            Mat out = new Mat();
            opencv_imgproc.resize(part, out, new Size(w, h), 0, 0, INTER_AREA);
            double shift = (by - 1) / 2.0 / pxPerMm;
            return new Raster(values(out), w, h, left + shift, top + shift, pxPerMm / by);
        }
    }

    /** Read, bilinear, at the pixels of another frame. */
    Raster stretchedTo(Raster frame) {
        return Stretching.of(this, frame);
    }

    /** A part of this raster, from whole pixels; its values are copies. */
    Raster cut(int column, int row, int w, int h) {
        float[] part = new float[w * h];
        for (int j = 0; j < h; j++) {
            System.arraycopy(values, (row + j) * width + column, part, j * w, w);
        }
        return new Raster(part, w, h, xMm(column), yMm(row), pxPerMm);
    }

    /** Native memory, freed with the scope it is made in. */
    Mat mat() {
        Mat mat = new Mat(height, width, CV_32FC1);
        new FloatPointer(mat.data()).put(values);
        return mat;
    }

    static float[] values(Mat mat) {
        float[] values = new float[(int) mat.total()];
        new FloatPointer(mat.data()).get(values);
        return values;
    }
}
