package rhytid.photo;

import static org.bytedeco.opencv.global.opencv_core.CV_16U;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_ANYDEPTH;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_GRAYSCALE;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_UNCHANGED;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/** Decodes what OpenCV can: JPEG, PNG, WebP and TIFF in grey or RGB. It knows no profiles and turns nothing. */
final class OpenCvDecoder {

    private OpenCvDecoder() {}

    /** The picture as stored: one channel or blue, green, red, of 8 or 16 bits. Transparent parts lie over white. */
    static Mat decode(byte[] file, Header header) throws Unreadable {
        Mat pixels = decode(file, flags(header));
        try {
            if (pixels.cols() != header.width() || pixels.rows() != header.height()) {
                throw new Unreadable(FileRefusal.damaged("its picture is not what its header says"));
            }
            return pixels.channels() == 4 ? overWhite(pixels, header.alpha()) : pixels;
        } catch (Unreadable e) {
            pixels.close();
            throw e;
        }
    }

    private static int flags(Header header) {
        if (header.alpha() != Header.Alpha.NONE) {
            return IMREAD_UNCHANGED;
        }
        int colours = header.colours() == Header.Colours.GREY ? IMREAD_GRAYSCALE : IMREAD_COLOR;
        return colours | IMREAD_ANYDEPTH | IMREAD_IGNORE_ORIENTATION;
    }

    private static Mat decode(byte[] file, int flags) throws Unreadable {
        try (BytePointer pointer = new BytePointer(file);
                Mat encoded = new Mat(1, file.length, CV_8UC1, pointer)) {
            Mat pixels = imdecode(encoded, flags);
            if (pixels.empty()) {
                pixels.close();
                throw new Unreadable(FileRefusal.damaged("its picture cannot be decoded"));
            }
            return pixels;
        } catch (RuntimeException e) {
            // JavaCPP turns every C++ exception into this one. Here it is a codec's complaint about the file.
            throw new Unreadable(FileRefusal.damaged("its picture cannot be decoded"));
        }
    }

    /** A new picture without alpha, 8 bits, in whose favour the given one is closed. */
    static Mat overWhite(Mat bgra, Header.Alpha alpha) {
        try (Mat eightBits = eightBits(bgra)) {
            Mat result = new Mat(bgra.rows(), bgra.cols(), CV_8UC3);
            byte[] in = new byte[4 * bgra.cols()];
            byte[] out = new byte[3 * bgra.cols()];
            try (BytePointer from = new BytePointer(eightBits.data());
                    BytePointer to = new BytePointer(result.data())) {
                for (int y = 0; y < bgra.rows(); y++) {
                    from.position((long) y * in.length).get(in);
                    overWhite(in, out, alpha == Header.Alpha.PREMULTIPLIED);
                    to.position((long) y * out.length).put(out);
                }
            }
            return result;
        } finally {
            bgra.close();
        }
    }

    private static void overWhite(byte[] bgra, byte[] bgr, boolean premultiplied) {
        for (int x = 0; x < bgr.length / 3; x++) {
            int alpha = bgra[4 * x + 3] & 0xff;
            for (int c = 0; c < 3; c++) {
                int sample = bgra[4 * x + c] & 0xff;
                int share = premultiplied ? Math.min(sample, alpha) : (sample * alpha + 127) / 255;
                bgr[3 * x + c] = (byte) (255 - alpha + share);
            }
        }
    }

    /** The same picture with 8 bits a sample, rounded; a new one in any case. */
    static Mat eightBits(Mat pixels) {
        Mat result = new Mat();
        pixels.convertTo(result, CV_8U, pixels.depth() == CV_16U ? 1 / 257.0 : 1, 0);
        return result;
    }
}
