package rhytid.photo;

import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;

class CmykJpegTest {

    private static final int JPEG_LOSS = 3;

    /** Cyan, magenta, yellow, black of the four fields, 255 being full ink. */
    private static final int[][] INKS = {{0, 200, 220, 20}, {255, 0, 0, 0}, {30, 60, 90, 0}, {0, 0, 0, 255}};

    /** (255 − ink)(255 − black) / 255. */
    private static final int[] SEEN = {0xeb3320, 0x00ffff, 0xe1c3a5, 0x000000};

    @Test
    void inksAsTheyAre() throws IOException {
        PhotoAssert.accepted(jpeg(INKS), photo -> Chart.assertFields(photo, JPEG_LOSS, SEEN));
    }

    @Test
    void inksThatAdobeInverted() throws IOException {
        int[][] inverted = new int[4][4];
        for (int i = 0; i < 16; i++) {
            inverted[i / 4][i % 4] = 255 - INKS[i / 4][i % 4];
        }
        byte[] file = withAdobeMark(jpeg(inverted), 0);
        PhotoAssert.accepted(file, photo -> Chart.assertFields(photo, JPEG_LOSS, SEEN));
    }

    @Test
    void inksAsLumaAndChroma() throws IOException {
        int[][] ycck = new int[4][];
        for (int i = 0; i < 4; i++) {
            int c = INKS[i][0];
            int m = INKS[i][1];
            int y = INKS[i][2];
            double luma = 0.299 * c + 0.587 * m + 0.114 * y;
            ycck[i] = new int[] {
                round(luma), round(128 + (y - luma) / 1.772), round(128 + (c - luma) / 1.402), 255 - INKS[i][3]
            };
        }
        byte[] file = withAdobeMark(jpeg(ycck), 2);
        PhotoAssert.accepted(file, photo -> Chart.assertFields(photo, JPEG_LOSS, SEEN));
    }

    private static int round(double value) {
        return (int) Math.clamp(Math.round(value), 0, 255);
    }

    private static byte[] withAdobeMark(byte[] jpeg, int transform) {
        byte[] mark = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform};
        return Containers.jpegWith(jpeg, 0xee, mark);
    }

    private static byte[] jpeg(int[][] fields) throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(0, Chart.WIDTH, Chart.HEIGHT, 4, null);
        for (int y = 0; y < Chart.HEIGHT; y++) {
            for (int x = 0; x < Chart.WIDTH; x++) {
                raster.setPixel(x, y, fields[y * 2 / Chart.HEIGHT * 2 + x * 2 / Chart.WIDTH]);
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(raster, null, null), settings);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
