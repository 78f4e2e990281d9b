package rhytid.photo;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Decodes JPEGs in printing inks. OpenCV turns them into RGB by itself and loses what a profile needs, so this is done
 * by the JDK's reader. The Adobe mark (Adobe TN 5116) says whether the inks are stored as YCCK, and its files store
 * them inverted.
 */
final class CmykJpeg {

    private CmykJpeg() {}

    /** Blue, green, red in sRGB. Without a profile, each ink takes its share of light: R = (1 − C)(1 − K). */
    static Mat decode(byte[] file, Optional<IccConversion> profile) throws Unreadable {
        Raster raster = raster(file);
        int width = raster.getWidth();
        int adobeTransform = adobeTransform(file);
        Mat result = new Mat(raster.getHeight(), width, CV_8UC3);
        int[] inks = new int[4 * width];
        byte[] samples = new byte[4 * width];
        try (BytePointer out = new BytePointer(result.data())) {
            for (int y = 0; y < raster.getHeight(); y++) {
                raster.getPixels(0, y, width, 1, inks);
                inks(inks, samples, adobeTransform);
                byte[] row = profile.isPresent()
                        ? profile.get().convert(IccConversion.bytes(samples, width, 4, null))
                        : mixed(samples);
                out.position((long) y * row.length).put(row);
            }
        }
        return result;
    }

    private static Raster raster(byte[] file) throws Unreadable {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            return reader.readRaster(0, null);
        } catch (IOException | RuntimeException e) {
            // The reader answers malformed files with exceptions of many kinds.
            throw new Unreadable(FileRefusal.damaged("its picture cannot be decoded"));
        } finally {
            reader.dispose();
        }
    }

    /** 2 for YCCK, 0 for inks as they are, −1 without the mark. */
    private static int adobeTransform(byte[] file) throws Unreadable {
        Bytes bytes = Bytes.of(file);
        for (long at = 2; bytes.u8(at + 1) != 0xda; ) {
            if (bytes.u8(at + 1) == 0xff) {
                at++;
                continue;
            }
            if (bytes.u8(at + 1) == 0xee && bytes.has(at + 4, "Adobe")) {
                return bytes.u8(at + 15);
            }
            at += 2L + bytes.u16(at + 2);
        }
        return -1;
    }

    /** To ink by amount: 0 none, 255 full. */
    private static void inks(int[] stored, byte[] inks, int adobeTransform) {
        for (int i = 0; i < stored.length; i += 4) {
            if (adobeTransform == 2) {
                ycckToStored(stored, i);
            }
            for (int k = 0; k < 4; k++) {
                inks[i + k] = (byte) (adobeTransform >= 0 ? 255 - stored[i + k] : stored[i + k]);
            }
        }
    }

    /** YCC of a YCCK pixel to the three inks as stored: JFIF's formula gives their amounts, inverted as K is. */
    private static void ycckToStored(int[] ycck, int at) {
        double y = ycck[at];
        double cb = ycck[at + 1] - 128.0;
        double cr = ycck[at + 2] - 128.0;
        ycck[at] = clamp(255 - y - 1.402 * cr);
        ycck[at + 1] = clamp(255 - y + 0.344136 * cb + 0.714136 * cr);
        ycck[at + 2] = clamp(255 - y - 1.772 * cb);
    }

    private static int clamp(double value) {
        return (int) Math.clamp(Math.round(value), 0, 255);
    }

    private static byte[] mixed(byte[] inks) {
        byte[] bgr = new byte[inks.length / 4 * 3];
        for (int x = 0; x < inks.length / 4; x++) {
            int light = 255 - (inks[4 * x + 3] & 0xff);
            for (int c = 0; c < 3; c++) {
                int share = 255 - (inks[4 * x + c] & 0xff);
                bgr[3 * x + 2 - c] = (byte) ((share * light + 127) / 255);
            }
        }
        return bgr;
    }
}
