package rhytid.face;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;
import rhytid.geometry.Box;
import rhytid.geometry.Point;
import rhytid.photo.Photo;

/** The brightness of a part of a photo, smoothed, to be read anywhere between the pixels: 0 is black, 255 white. */
final class Luminance {

    /** Which colours make the brightness, in the photo's order blue, green, red. */
    enum Mix {
        /** As the eye sees it (BT.601). */
        SEEN(0.114f, 0.587f, 0.299f),
        /** Without blue, the noisiest channel, and in which brown and blue irises differ most. */
        WARM(0f, 0.5f, 0.5f),
        /** How much redder than grey: skin and the lid's rim are, the eye's white and its iris are not. */
        REDNESS(-0.3f, -0.7f, 1f);

        private final float blue;
        private final float green;
        private final float red;

        Mix(float blue, float green, float red) {
            this.blue = blue;
            this.green = green;
            this.red = red;
        }
    }

    private final float[] values;
    private final int width;
    private final int height;
    private final int left;
    private final int top;

    private Luminance(float[] values, int width, int height, int left, int top) {
        this.values = values;
        this.width = width;
        this.height = height;
        this.left = left;
        this.top = top;
    }

    /**
     * Reads a part of the photo.
     *
     * @param region in pixels; what lies outside the photo is unknown
     * @param sigmaPx standard deviation of the Gaussian it is smoothed by, in pixels; below 0.3 it is left as it is
     */
    static Luminance of(Photo photo, Box region, Mix mix, double sigmaPx) {
        int x0 = (int) Math.clamp(Math.floor(region.x()), 0, photo.width() - 1);
        int y0 = (int) Math.clamp(Math.floor(region.y()), 0, photo.height() - 1);
        int x1 = (int) Math.clamp(Math.ceil(region.right()) + 1, x0 + 1, photo.width());
        int y1 = (int) Math.clamp(Math.ceil(region.bottom()) + 1, y0 + 1, photo.height());
        try (PointerScope scope = new PointerScope()) {
            Mat part = new Mat(photo.pixels(), new Rect(x0, y0, x1 - x0, y1 - y0));
            Mat colours = new Mat();
            part.convertTo(colours, opencv_core.CV_32FC3);
            Mat weights = new Mat(1, 3, opencv_core.CV_32F);
            new FloatPointer(weights.data()).put(mix.blue, mix.green, mix.red);
            Mat brightness = new Mat();
            opencv_core.transform(colours, brightness, weights);
            if (sigmaPx >= 0.3) {
                opencv_imgproc.GaussianBlur(brightness, brightness, new Size(0, 0), sigmaPx);
            }
            float[] values = new float[(x1 - x0) * (y1 - y0)];
            new FloatPointer(brightness.data()).get(values);
            return new Luminance(values, x1 - x0, y1 - y0, x0, y0);
        }
    }

    double at(Point p) {
        return at(p.x(), p.y());
    }

    /** The brightness between the pixels, bilinear; NaN outside. */
    double at(double photoX, double photoY) {
        double x = photoX - left;
        double y = photoY - top;
        if (!(x >= 0 && y >= 0 && x <= width - 1 && y <= height - 1)) {
            return Double.NaN;
        }
        int column = Math.min((int) x, width - 2);
        int row = Math.min((int) y, height - 2);
        if (column < 0 || row < 0) {
            return Double.NaN;
        }
        double right = x - column;
        double down = y - row;
        int i = row * width + column;
        double upper = values[i] + (values[i + 1] - values[i]) * right;
        double lower = values[i + width] + (values[i + width + 1] - values[i + width]) * right;
        return upper + (lower - upper) * down;
    }
}
