package rhytid.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_core.CV_16UC3;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_WEBP_QUALITY;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.apache.commons.imaging.formats.tiff.constants.TiffDirectoryType;
import org.apache.commons.imaging.formats.tiff.taginfos.TagInfoAscii;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputDirectory;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;

class ColourTest {

    /** What the issue asks of Display P3 against a colour-managed viewer. */
    private static final int AS_A_VIEWER = 2;

    private static final int JPEG_LOSS = 3;
    private static final int ROUNDING = 1;
    private static final int LOSSLESS = 101;

    /** Colours in steps of 51 (6 × 6 × 6) in fields of 16 pixels, 18 a row. */
    private static final int GRID_COLUMNS = 18;

    private static final int GRID_ROWS = 12;
    private static final int FIELD_PX = 16;

    private static final byte[] P3 = RgbSpace.DISPLAY_P3.profile().copy();

    /** Linear Display P3 to linear sRGB, as CSS Color 4 (W3C) gives it: not what the code under test computes with. */
    private static final double[][] P3_TO_SRGB = {
        {1.2249401762805598, -0.22494017628055996, 0},
        {-0.042056954709688163, 1.0420569547096881, 0},
        {-0.019637554590334432, -0.078636045550631889, 1.0982736001409663}
    };

    @Test
    void displayP3LooksAsInAColourManagedViewerInPngWebpAndTiff() {
        try (Mat grid = grid()) {
            byte[] webp = Chart.encoded(grid, ".webp", IMWRITE_WEBP_QUALITY, LOSSLESS);
            assertGrid(Containers.pngWithProfile(PhotoWriter.png(grid), P3), ColourTest::p3ToSrgb);
            assertGrid(Containers.webpWith(webp, grid.cols(), grid.rows(), P3, new byte[0]), ColourTest::p3ToSrgb);
            byte[] rgb = new byte[3 * grid.cols() * grid.rows()];
            grid.data().get(rgb);
            for (int i = 0; i < rgb.length; i += 3) {
                byte blue = rgb[i];
                rgb[i] = rgb[i + 2];
                rgb[i + 2] = blue;
            }
            assertGrid(
                    new TinyTiff(ByteOrder.LITTLE_ENDIAN, grid.cols(), grid.rows(), 3, 8, rgb)
                            .withProfile(P3)
                            .bytes(),
                    ColourTest::p3ToSrgb);
        }
    }

    @Test
    void aJpegsProfileMayComeInParts() {
        byte[] jpeg = Chart.encoded(".jpg", IMWRITE_JPEG_QUALITY, 100);
        PhotoAssert.accepted(
                Containers.jpegWithProfile(jpeg, P3, 100),
                photo -> Chart.assertFields(
                        photo, JPEG_LOSS, p3ToSrgb(Chart.A), p3ToSrgb(Chart.B), p3ToSrgb(Chart.C), p3ToSrgb(Chart.D)));
    }

    /** Expected values by ImageMagick 6.9 and Little CMS with another maker's profile of Adobe RGB (1998). */
    @Test
    void aCameraSetToAdobeRgbNeedsNoProfile() {
        byte[] exif = ExifBlock.of(ByteOrder.LITTLE_ENDIAN, set -> {
            set.getOrCreateExifDirectory();
            TiffOutputDirectory interoperability =
                    new TiffOutputDirectory(TiffDirectoryType.EXIF_DIRECTORY_INTEROP_IFD.directoryType, set.byteOrder);
            interoperability.add(
                    new TagInfoAscii("InteropIndex", 1, 4, TiffDirectoryType.EXIF_DIRECTORY_INTEROP_IFD), "R03");
            set.addDirectory(interoperability);
        });
        PhotoAssert.accepted(
                Containers.pngWith(Chart.encoded(".png"), "eXIf", exif),
                photo -> Chart.assertFields(photo, ROUNDING, 0xe7392d, 0x00ab47, 0x154ec2, 0xf1ad8b));
    }

    @Test
    void codePointsOfAPngCountAsAProfile() {
        byte[] p3 = Containers.pngWith(Chart.encoded(".png"), "cICP", new byte[] {12, 13, 0, 1});
        PhotoAssert.accepted(
                p3,
                photo -> assertThat(Chart.distance(Chart.fields(photo)[0], p3ToSrgb(Chart.A)))
                        .isLessThanOrEqualTo(AS_A_VIEWER));
    }

    @Test
    void anSrgbProfileChangesNothing() {
        byte[] srgb = RgbSpace.SRGB.profile().copy();
        PhotoAssert.accepted(
                Containers.pngWithProfile(Chart.encoded(".png"), srgb),
                photo -> Chart.assertFields(photo, 0, Chart.A, Chart.B, Chart.C, Chart.D));
    }

    @Test
    void anUnreadableProfileIsAWarningNotARefusal() {
        byte[] cut = Arrays.copyOf(P3, P3.length / 2);
        byte[] huge = new byte[PhotoLimits.STANDARD.maxProfileBytes() + 1];
        byte[] grey = P3.clone();
        System.arraycopy(Containers.ascii("GRAY"), 0, grey, 16, 4);
        for (byte[] profile : new byte[][] {cut, huge, grey, {1, 2, 3}}) {
            PhotoAssert.accepted(Containers.pngWithProfile(Chart.encoded(".png"), profile), photo -> {
                Chart.assertFields(photo, 0, Chart.A, Chart.B, Chart.C, Chart.D);
                assertThat(photo.info().warnings())
                        .extracting(Refusal::code)
                        .containsExactly("colour-profile-unreadable");
            });
        }
    }

    @Test
    void greyStaysGreyInEveryFormat() {
        try (Mat grey = new Mat(64, 64, CV_8UC1, new Scalar(77))) {
            for (String format : new String[] {".jpg", ".png", ".webp", ".tiff"}) {
                PhotoAssert.accepted(
                        Chart.encoded(grey, format),
                        photo -> assertThat(Chart.rgb(photo, 9, 9)).as(format).isEqualTo(0x4d4d4d));
            }
        }
    }

    @Test
    void sixteenBitsAreRoundedToEight() {
        // 0x7fff is 127.498 of 255 and 0x8000 is 127.502
        try (Mat deep = new Mat(64, 64, CV_16UC3, new Scalar(0x7fff, 0x8000, 0xffff, 0))) {
            for (String format : new String[] {".png", ".tiff"}) {
                PhotoAssert.accepted(
                        Chart.encoded(deep, format),
                        photo -> assertThat(Chart.rgb(photo, 9, 9)).as(format).isEqualTo(0xff807f));
            }
        }
    }

    /** Of 8 bits, a linear profile would leave 13 steps below a tenth of the light. */
    @Test
    void sixteenBitsKeepTheirFinenessThroughAProfile() {
        byte[] linear = RgbSpace.ADOBE_RGB.profile().copy();
        int gamma = linear.length - 4;
        ByteBuffer.wrap(linear).putInt(gamma, 65536);
        double[] dark = new double[64];
        ByteBuffer samples = ByteBuffer.allocate(64 * 64 * 6).order(ByteOrder.BIG_ENDIAN);
        for (int i = 0; i < 64 * 64; i++) {
            short sample = (short) (20 * (i % 64));
            samples.putShort(sample).putShort(sample).putShort(sample);
            dark[i % 64] = 255 * encode(20.0 * (i % 64) / 65535);
        }
        byte[] tiff = new TinyTiff(ByteOrder.BIG_ENDIAN, 64, 64, 3, 16, samples.array())
                .withProfile(linear)
                .bytes();
        PhotoAssert.accepted(tiff, photo -> {
            for (int x = 0; x < 64; x++) {
                int expected = (int) Math.round(dark[x]) * 0x010101;
                assertThat(Chart.distance(Chart.rgb(photo, x, 5), expected)).isLessThanOrEqualTo(ROUNDING);
            }
        });
    }

    @Test
    void whatIsTransparentLiesOverWhite() {
        try (Mat half = new Mat(64, 64, CV_8UC4, new Scalar(0, 100, 200, 102))) { // 40 % opaque
            for (String format : new String[] {".png", ".webp"}) {
                byte[] file = Chart.encoded(
                        half, format, format.equals(".webp") ? new int[] {IMWRITE_WEBP_QUALITY, LOSSLESS} : new int[0]);
                PhotoAssert.accepted(
                        file,
                        photo -> assertThat(Chart.distance(Chart.rgb(photo, 9, 9), 0xe9c199))
                                .as(format)
                                .isLessThanOrEqualTo(ROUNDING));
            }
        }
    }

    @Test
    void aTiffSaysWhatItsFourthSampleMeans() {
        int unspecified = 0;
        int associated = 1;
        int unassociated = 2;
        assertFourthSample(unspecified, 200, 100, 0, 0xc86400);
        assertFourthSample(associated, 80, 40, 0, 0xe9c199);
        assertFourthSample(unassociated, 200, 100, 0, 0xe9c199);
    }

    /** 40 % opaque, in 8 and in 16 bits. */
    private static void assertFourthSample(int meaning, int red, int green, int blue, int seen) {
        int[] pixel = {red, green, blue, 102};
        for (int bytes = 1; bytes <= 2; bytes++) {
            byte[] samples = new byte[64 * 64 * 4 * bytes];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (byte) pixel[i / bytes % 4]; // twice the same byte is 257 times the value
            }
            byte[] tiff = new TinyTiff(ByteOrder.BIG_ENDIAN, 64, 64, 4, 8 * bytes, samples)
                    .with(338, meaning)
                    .bytes();
            PhotoAssert.accepted(
                    tiff,
                    photo -> assertThat(Chart.distance(Chart.rgb(photo, 9, 9), seen))
                            .as("%d: %06x", meaning, Chart.rgb(photo, 9, 9))
                            .isLessThanOrEqualTo(ROUNDING));
        }
    }

    private static void assertGrid(byte[] file, IntUnaryOperator expected) {
        PhotoAssert.accepted(file, photo -> {
            for (int i = 0; i < 216; i++) {
                int x = i % GRID_COLUMNS * FIELD_PX + FIELD_PX / 2;
                int y = i / GRID_COLUMNS * FIELD_PX + FIELD_PX / 2;
                int seen = Chart.rgb(photo, x, y);
                assertThat(Chart.distance(seen, expected.applyAsInt(colour(i))))
                        .as("%06x became %06x", colour(i), seen)
                        .isLessThanOrEqualTo(AS_A_VIEWER);
            }
        });
    }

    private static Mat grid() {
        Mat grid = new Mat(GRID_ROWS * FIELD_PX, GRID_COLUMNS * FIELD_PX, CV_8UC3);
        byte[] bgr = new byte[3 * grid.rows() * grid.cols()];
        for (int i = 0; i < bgr.length / 3; i++) {
            int field = i / grid.cols() / FIELD_PX * GRID_COLUMNS + i % grid.cols() / FIELD_PX;
            bgr[3 * i] = (byte) colour(field);
            bgr[3 * i + 1] = (byte) (colour(field) >> 8);
            bgr[3 * i + 2] = (byte) (colour(field) >> 16);
        }
        grid.data().put(bgr);
        return grid;
    }

    private static int colour(int field) {
        return field % 6 * 51 << 16 | field / 6 % 6 * 51 << 8 | field / 36 * 51;
    }

    private static int p3ToSrgb(int p3) {
        double[] linear = {decode(p3 >> 16), decode(p3 >> 8 & 0xff), decode(p3 & 0xff)};
        int srgb = 0;
        for (double[] row : P3_TO_SRGB) {
            double light = row[0] * linear[0] + row[1] * linear[1] + row[2] * linear[2];
            srgb = srgb << 8 | (int) Math.round(255 * encode(Math.clamp(light, 0, 1)));
        }
        return srgb;
    }

    private static double decode(int sample) {
        double value = sample / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static double encode(double light) {
        return light <= 0.0031308 ? light * 12.92 : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
    }
}
