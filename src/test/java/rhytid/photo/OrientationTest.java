package rhytid.photo;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_WEBP_QUALITY;
import static rhytid.photo.Chart.A;
import static rhytid.photo.Chart.B;
import static rhytid.photo.Chart.C;
import static rhytid.photo.Chart.D;

import java.nio.ByteOrder;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.assertj.core.api.Assertions;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrientationTest {

    private static final int JPEG_LOSS = 3;
    private static final int LOSSLESS = 101;

    /** Where the fields lie when the picture is seen upright, by orientation (CIPA DC-008, tag 274). */
    private static final int[][] SEEN = {
        {},
        {A, B, C, D},
        {B, A, D, C},
        {D, C, B, A},
        {C, D, A, B},
        {A, C, B, D},
        {C, A, D, B},
        {D, B, C, A},
        {B, D, A, C}
    };

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyOrientationIsAppliedOnceInEveryFormat(int orientation) {
        byte[] exif = exif(orientation);
        seenUpright(orientation, Containers.jpegWithExif(Chart.encoded(".jpg", IMWRITE_JPEG_QUALITY, 100), exif));
        seenUpright(orientation, Containers.pngWith(Chart.encoded(".png"), "eXIf", exif));
        byte[] webp = Chart.encoded(".webp", IMWRITE_WEBP_QUALITY, LOSSLESS);
        seenUpright(orientation, Containers.webpWith(webp, Chart.WIDTH, Chart.HEIGHT, new byte[0], exif));
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            TinyTiff tiff = new TinyTiff(order, Chart.WIDTH, Chart.HEIGHT, 3, 8, rgb());
            seenUpright(orientation, tiff.with(274, orientation).bytes());
        }
    }

    /** 6 and 8 undo each other, every other one undoes itself. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void turnedThereAndBackIsUnchanged(int first) {
        int[] inverse = {0, 1, 2, 3, 4, 5, 8, 7, 6};
        try (Mat there = Upright.turn(Chart.pixels(), first);
                Mat back = Upright.turn(there, inverse[first]);
                Mat chart = Chart.pixels()) {
            Assertions.assertThat(PhotoWriter.png(back)).isEqualTo(PhotoWriter.png(chart));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 65535})
    void anUnknownOrientationIsUpright(int orientation) {
        PhotoAssert.accepted(
                Containers.pngWith(Chart.encoded(".png"), "eXIf", exif(orientation)),
                photo -> Chart.assertFields(photo, 0, A, B, C, D));
    }

    private static void seenUpright(int orientation, byte[] file) {
        PhotoAssert.accepted(file, photo -> {
            boolean onItsSide = orientation >= 5;
            Assertions.assertThat(photo.width()).isEqualTo(onItsSide ? Chart.HEIGHT : Chart.WIDTH);
            Chart.assertFields(photo, JPEG_LOSS, SEEN[orientation]);
        });
    }

    private static byte[] exif(int orientation) {
        return ExifBlock.of(
                ByteOrder.BIG_ENDIAN,
                set -> set.getOrCreateRootDirectory().add(TiffTagConstants.TIFF_TAG_ORIENTATION, (short) orientation));
    }

    private static byte[] rgb() {
        byte[] rgb = new byte[3 * Chart.WIDTH * Chart.HEIGHT];
        int[] fields = {A, B, C, D};
        for (int i = 0; i < rgb.length / 3; i++) {
            int x = i % Chart.WIDTH;
            int y = i / Chart.WIDTH;
            int colour = fields[(y * 2 / Chart.HEIGHT) * 2 + x * 2 / Chart.WIDTH];
            rgb[3 * i] = (byte) (colour >> 16);
            rgb[3 * i + 1] = (byte) (colour >> 8);
            rgb[3 * i + 2] = (byte) colour;
        }
        return rgb;
    }
}
