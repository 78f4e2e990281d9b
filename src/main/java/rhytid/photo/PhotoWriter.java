package rhytid.photo;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_444;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * From pixels to the bytes of a file. The files hold the picture and nothing else: no EXIF, XMP, IPTC, comment or
 * thumbnail, because the pixels come without any.
 */
public final class PhotoWriter {

    private PhotoWriter() {}

    /**
     * A JPEG in sRGB with full colour resolution, so that redness at a line's width survives.
     *
     * @param pixels sRGB in OpenCV's order (blue, green, red), or grey, 8 bits; left as it is
     * @param quality 1 (smallest) to 100 (best)
     */
    public static byte[] jpeg(Mat pixels, int quality) {
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("JPEG quality is 1 to 100, not " + quality);
        }
        return encode(
                ".jpg",
                pixels,
                IMWRITE_JPEG_QUALITY,
                quality,
                IMWRITE_JPEG_SAMPLING_FACTOR,
                IMWRITE_JPEG_SAMPLING_FACTOR_444);
    }

    /**
     * A PNG, without loss.
     *
     * @param pixels grey, or sRGB in OpenCV's order with or without alpha, 8 bits; left as it is
     */
    public static byte[] png(Mat pixels) {
        return encode(".png", pixels);
    }

    private static byte[] encode(String extension, Mat pixels, int... parameters) {
        try (BytePointer encoded = new BytePointer();
                IntPointer settings = new IntPointer(parameters)) {
            if (!imencode(extension, pixels, encoded, settings)) {
                throw new IllegalStateException("OpenCV could not write a " + extension);
            }
            byte[] bytes = new byte[Math.toIntExact(encoded.limit())];
            encoded.get(bytes);
            return bytes;
        }
    }
}
