package rhytid.photo;

import org.bytedeco.opencv.opencv_core.Mat;

/**
 * A picture as a person sees it: EXIF orientation applied, sRGB, three channels of 8 bits in OpenCV's order (blue,
 * green, red). Owns native memory: close it.
 */
public record Photo(Mat pixels, PhotoInfo info) implements AutoCloseable {

    public int width() {
        return pixels.cols();
    }

    public int height() {
        return pixels.rows();
    }

    @Override
    public void close() {
        pixels.close();
    }
}
