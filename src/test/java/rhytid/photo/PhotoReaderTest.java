package rhytid.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_WEBP_QUALITY;
import static rhytid.photo.Containers.ascii;
import static rhytid.photo.Containers.concat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoReaderTest {

    /** A JPEG's colours at OpenCV's standard quality, in the middle of an even field. */
    private static final int JPEG_LOSS = 3;

    /** OpenCV took 16 seconds for the first of these files, and about one for the second. */
    private static final long NOTHING_DECODED_MILLIS = 300;

    /** The largest quality of lossy WebP is 100; above it means lossless. */
    private static final int LOSSLESS = 101;

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "webp", "tiff"})
    void bytesDecideWhatAFileIs(String format) {
        byte[] bytes = Chart.encoded("." + format);
        PhotoAssert.accepted(bytes, photo -> {
            assertThat(photo.info().format()).isEqualTo(format);
            assertThat(photo.width()).isEqualTo(Chart.WIDTH);
            assertThat(photo.height()).isEqualTo(Chart.HEIGHT);
            assertThat(photo.info().warnings()).isEmpty();
            Chart.assertFields(photo, JPEG_LOSS, Chart.A, Chart.B, Chart.C, Chart.D);
        });
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    %PDF-1.7, PDF
                    GIF89a, GIF
                    BM______, BMP
                    PK, not a photo
                    <!DOCTYPE html>, web page
                    hello, not a photo
                    RIFF____AVI LIST, video
                    """)
    void whatIsNoPhotoIsCalledByItsName(String start, String word) {
        Refusal refusal = PhotoAssert.refused(concat(ascii(start), new byte[100]));
        assertThat(refusal.code()).isEqualTo("not-a-photo");
        assertThat(refusal.message()).contains(word);
    }

    @Test
    void aVideoIsNoPhoto() {
        byte[] movie = concat(new byte[] {0, 0, 0, 24}, ascii("ftypisom____isommp42"), new byte[100]);
        assertThat(PhotoAssert.refused(movie).code()).isEqualTo("not-a-photo");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThat(PhotoAssert.refused(new byte[0]).code()).isEqualTo("not-a-photo");
    }

    @Test
    void aLargeFileIsRefusedBeforeItIsLoaded(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("large.jpg");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(3_000_000_000L); // more than an array can hold: loading it would throw
        }
        Reading reading = new PhotoReader().read(file);
        assertThat(reading).isInstanceOfSatisfying(Reading.Refused.class, refused -> {
            assertThat(refused.refusal().code()).isEqualTo("too-large");
            assertThat(refused.refusal().value()).isEqualTo(3e9);
            assertThat(refused.refusal().limit()).isEqualTo(60e6);
        });
    }

    @Test
    void aFileIsCalledByItsName(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("rest.png"), Chart.encoded(".png"));
        assertThat(new PhotoReader().read(file)).isInstanceOfSatisfying(Reading.Accepted.class, accepted -> {
            assertThat(accepted.photo().info().name()).isEqualTo("rest.png");
            accepted.photo().close();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "webp", "tiff"})
    void aFileCutShortIsDamaged(String format) {
        byte[] whole = Chart.encoded("." + format);
        for (int percent : new int[] {40, 70, 95}) {
            byte[] cut = Arrays.copyOf(whole, whole.length * percent / 100);
            assertThat(PhotoAssert.refused(cut).code()).as("%d %%", percent).isEqualTo("damaged");
        }
    }

    @Test
    void aJpegPaddedWithZerosIsDamaged() {
        byte[] whole = Chart.encoded(".jpeg");
        byte[] stopped = Arrays.copyOf(Arrays.copyOf(whole, whole.length * 2 / 3), whole.length);
        assertThat(PhotoAssert.refused(stopped).code()).isEqualTo("damaged");
    }

    @Test
    void whatFollowsAJpegsEndIsNoMatter() {
        byte[] first = Chart.encoded(".jpeg");
        PhotoAssert.accepted(
                concat(first, first), photo -> assertThat(photo.height()).isEqualTo(Chart.HEIGHT));
    }

    @Test
    void aChangedBitInAPngIsDamage() {
        byte[] png = Chart.encoded(".png");
        png[png.length / 2] ^= 4;
        assertThat(PhotoAssert.refused(png).code()).isEqualTo("damaged");
    }

    @Test
    void pixelsAreCountedBeforeTheyAreDecoded() {
        byte[] jpeg = Chart.encoded(".jpeg");
        setJpegSize(jpeg, 25_500, 25_500);
        byte[] png = withCrc(Chart.encoded(".png"), 16, 30_000, 30_000);
        CpuTime.Timed<Refusal> refusal = CpuTime.of(() -> PhotoAssert.refused(jpeg));
        assertThat(refusal.result().code()).isEqualTo("too-many-pixels");
        assertThat(refusal.result().value()).isEqualTo(25_500.0 * 25_500);
        assertThat(refusal.millis()).isLessThan(NOTHING_DECODED_MILLIS);
        assertThat(PhotoAssert.refused(png).code()).isEqualTo("too-many-pixels");
    }

    @Test
    void aSmallJpegThatClaimsALargePictureIsDamaged() {
        byte[] jpeg = Chart.encoded(".jpeg");
        setJpegSize(jpeg, 9_000, 11_000);
        CpuTime.Timed<Refusal> refusal = CpuTime.of(() -> PhotoAssert.refused(jpeg));
        assertThat(refusal.result().code()).isEqualTo("damaged");
        assertThat(refusal.millis()).isLessThan(NOTHING_DECODED_MILLIS);
    }

    @Test
    void aThumbnailIsTooSmall() {
        PhotoReader reader = new PhotoReader(new PhotoLimits(1_000_000, 1_000_000, Chart.HEIGHT + 1, 1000));
        Refusal refusal = PhotoAssert.refused(reader, Chart.encoded(".png"));
        assertThat(refusal.code()).isEqualTo("too-small");
        assertThat(refusal.value()).isEqualTo(Chart.HEIGHT);
    }

    @Test
    void severalFramesAreRefused() {
        byte[] frames = ByteBuffer.allocate(8).putInt(2).putInt(0).array();
        byte[] animatedPng = Containers.pngWith(Chart.encoded(".png"), "acTL", frames);
        assertThat(PhotoAssert.refused(animatedPng).code()).isEqualTo("several-frames");

        byte[] still = Chart.encoded(".webp", IMWRITE_WEBP_QUALITY, LOSSLESS);
        byte[] animatedWebp = Containers.webpWith(still, Chart.WIDTH, Chart.HEIGHT, new byte[0], new byte[8]);
        animatedWebp[20] |= 2;
        assertThat(PhotoAssert.refused(animatedWebp).code()).isEqualTo("several-frames");

        TinyTiff tiff = new TinyTiff(ByteOrder.LITTLE_ENDIAN, 64, 64, 1, 8, new byte[64 * 64]);
        PhotoAssert.accepted(tiff.bytes(), photo -> assertThat(photo.width()).isEqualTo(64));
        assertThat(PhotoAssert.refused(tiff.pages(2).bytes()).code()).isEqualTo("several-frames");
    }

    @Test
    void pagesThatGoRoundInACircleAreDamage() {
        byte[] tiff = new TinyTiff(ByteOrder.LITTLE_ENDIAN, 64, 64, 1, 8, new byte[64 * 64])
                .with(254, 1)
                .pages(2)
                .bytes();
        tiff[8 + 2] = (byte) 0xfd; // the first page is no longer marked as a thumbnail
        int directory = 2 + 12 * 10 + 4;
        ByteBuffer.wrap(tiff).order(ByteOrder.LITTLE_ENDIAN).putInt(8 + 2 * directory - 4, 8 + directory);
        assertThat(PhotoAssert.refused(tiff).code()).isEqualTo("damaged");
    }

    @Test
    void aRawFileIsNoPhotoYet() {
        byte[] dng = new TinyTiff(ByteOrder.LITTLE_ENDIAN, 64, 64, 1, 8, new byte[64 * 64])
                .with(50706, 0x01040000)
                .bytes();
        assertThat(PhotoAssert.refused(dng).message()).contains("raw");
    }

    @Test
    void aTiffInInksIsRefusedForItsColours() {
        byte[] inks = new TinyTiff(ByteOrder.BIG_ENDIAN, 64, 64, 4, 8, new byte[4 * 64 * 64])
                .with(262, 5)
                .bytes();
        assertThat(PhotoAssert.refused(inks).code()).isEqualTo("colour-space");
    }

    private static void setJpegSize(byte[] jpeg, int width, int height) {
        for (int i = 2; i < jpeg.length; ) {
            if ((jpeg[i + 1] & 0xff) == 0xc0) {
                ByteBuffer.wrap(jpeg).putShort(i + 5, (short) height).putShort(i + 7, (short) width);
                return;
            }
            i += 2 + ByteBuffer.wrap(jpeg).getShort(i + 2);
        }
    }

    private static byte[] withCrc(byte[] png, int at, int width, int height) {
        ByteBuffer.wrap(png).putInt(at, width).putInt(at + 4, height);
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
        return png;
    }
}
