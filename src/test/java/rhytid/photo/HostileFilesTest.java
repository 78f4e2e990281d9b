package rhytid.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Files that somebody made to break whoever opens them, each named by its defect, and what is to come of each: a
 * refusal by its code, or a photo. Whatever it is, it comes soon and without filling the memory.
 */
class HostileFilesTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "hostile");

    /** Issue 6: no hang over 5 s, no more than 1.5 GB. */
    private static final long MOST_MS = 5_000;

    /**
     * … of which a JVM that has read no photo yet takes 0.3. What tests before this one left in their JVM is not the
     * file's.
     */
    private static final long MOST_KB = 1_500_000 - 300_000;

    private static final String PHOTO = "photo";

    private static final Map<String, String> EXPECTED = new TreeMap<>();

    static {
        expect(
                PHOTO,
                "jpeg-99-scans-over-99-megapixels.jpg",
                "jpeg-arithmetic.jpg",
                "jpeg-exif-directory-points-to-itself.jpg",
                "jpeg-exif-points-outside.jpg",
                "jpeg-exif-sub-directory-points-to-its-parent.jpg",
                "jpeg-followed-by-a-page.jpg",
                "jpeg-followed-by-an-archive.jpg",
                "jpeg-profile-in-255-parts-of-which-one-came.jpg",
                "jpeg-with-a-page-in-its-comment.jpg",
                "png-palette-index-outside.png",
                "png-text-that-unpacks-to-256-megabytes.png");
        expect(
                "photo colour-profile-unreadable",
                "jpeg-profile-is-noise.jpg",
                "png-profile-that-unpacks-to-256-megabytes.png");
        expect("colour-space", "jpeg-of-two-components.jpg");
        expect("several-frames", "tiff-directory-points-to-itself.tif");
        expect(
                "too-many-pixels",
                "jpeg-claims-65500-by-65500.jpg",
                "png-bomb-20000-by-20000-of-zeros.png",
                "png-claims-2-billion-pixels.png");
        expect(
                "not-a-photo",
                "document-around-a-photo.jpg",
                "drawing-that-reads-a-file.png",
                "drawing-with-a-script.jpg",
                "page-named-as-a-photo.jpg",
                "program-named-as-a-photo.jpg");
        expect(
                "damaged",
                "jpeg-1000-scans-over-99-megapixels.jpg",
                "jpeg-claims-9900-by-9900-in-a-kilobyte.jpg",
                "jpeg-claims-no-height.jpg",
                "jpeg-cut-in-a-segment.jpg",
                "jpeg-cut-in-the-scan.jpg",
                "jpeg-lossless.jpg",
                "jpeg-of-12-bits.jpg",
                "jpeg-segment-longer-than-the-file.jpg",
                "jpeg-segment-of-length-0.jpg",
                "jpeg-without-its-end.jpg",
                "png-checksum-wrong.png",
                "png-chunk-of-2-gigabytes.png",
                "png-cut-in-the-picture.png",
                "png-fewer-rows-than-said.png",
                "png-filter-that-is-none.png",
                "png-start-before-a-jpeg.png",
                "tiff-claims-4-billion-wide.tif",
                "tiff-cut-in-its-directory.tif",
                "tiff-strip-outside-of-the-file.tif",
                "tiff-tag-counts-4-billion-values.tif",
                "webp-chunk-length-lies.webp",
                "webp-cut.webp",
                "webp-length-lies.webp");
        expect("damaged|heif-missing", "heic-box-longer-than-the-file.heic", "heic-box-of-length-0-and-no-end.heic");
    }

    private static void expect(String answer, String... files) {
        for (String file : files) {
            EXPECTED.put(file, answer);
        }
    }

    @Test
    void everyFileIsExpected() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString())
                            .filter(name -> !name.endsWith(".py")))
                    .containsExactlyInAnyOrderElementsOf(new TreeSet<>(EXPECTED.keySet()));
        }
    }

    @TestFactory
    Stream<DynamicTest> eachIsAnsweredSoonAndClearly() {
        return EXPECTED.entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getKey(),
                        () -> answered(Files.readAllBytes(FOLDER.resolve(file.getKey())), file.getValue())));
    }

    /** 99 megapixels of nothing in some hundred kilobytes: within the limits, so it is a photo. */
    @Test
    void aBombWithinTheLimitsIsAPhoto() throws IOException {
        ByteBuffer head = ByteBuffer.allocate(13);
        head.putInt(10_000).putInt(9_900).put(new byte[] {8, 0, 0, 0, 0});
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed = new DeflaterOutputStream(rows)) {
            byte[] row = new byte[10_001];
            for (int y = 0; y < 9_900; y++) {
                packed.write(row);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        for (Map.Entry<String, byte[]> chunk : List.of(
                Map.entry("IHDR", head.array()),
                Map.entry("IDAT", rows.toByteArray()),
                Map.entry("IEND", new byte[0]))) {
            png.write(chunk(chunk.getKey(), chunk.getValue()));
        }
        answered(png.toByteArray(), PHOTO);
    }

    /** As large as a JPEG can carry: 255 parts of 64 KB. */
    @Test
    void aProfileOf16MegabytesIsLeftAside() throws IOException {
        byte[] plain = Files.readAllBytes(FOLDER.resolve("jpeg-followed-by-a-page.jpg"));
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        jpeg.write(plain, 0, 2);
        for (int part = 1; part <= 255; part++) {
            jpeg.write(new byte[] {(byte) 0xff, (byte) 0xe2, (byte) 0xff, (byte) 0xff});
            jpeg.write("ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII));
            jpeg.write(new byte[] {(byte) part, (byte) 255});
            jpeg.write(new byte[0xffff - 2 - 14]);
        }
        jpeg.write(plain, 2, plain.length - 2);
        answered(jpeg.toByteArray(), PHOTO + " colour-profile-unreadable");
    }

    @Test
    void whatIsServedOfAFileThatIsTwoThingsIsThePhotoAlone() throws IOException {
        for (String two : List.of("jpeg-with-a-page-in-its-comment.jpg", "jpeg-followed-by-a-page.jpg")) {
            PhotoAssert.accepted(
                    Files.readAllBytes(FOLDER.resolve(two)),
                    photo -> assertThat(new String(PhotoWriter.jpeg(photo.pixels(), 92), StandardCharsets.ISO_8859_1))
                            .doesNotContain("script"));
        }
    }

    private static void answered(byte[] file, String expected) throws IOException {
        boolean peak = forgetThePeak();
        long before = peakKb();
        CpuTime.Timed<String> answer = CpuTime.of(() -> answer(file));
        assertThat(answer.result()).matches(expected);
        assertThat(answer.millis()).as("ms").isLessThan(MOST_MS);
        if (peak) {
            assertThat(peakKb() - before).as("memory that the file took, KB").isLessThan(MOST_KB);
        }
    }

    private static byte[] chunk(String kind, byte[] body) {
        byte[] name = kind.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(body);
        return ByteBuffer.allocate(body.length + 12)
                .putInt(body.length)
                .put(name)
                .put(body)
                .putInt((int) sum.getValue())
                .array();
    }

    /** The refusal's code, or that it is a photo, with its warnings. */
    private static String answer(byte[] file) {
        return switch (new PhotoReader().read("photo", file)) {
            case Reading.Refused refused -> refused.refusal().code();
            case Reading.Accepted accepted -> {
                try (Photo photo = accepted.photo()) {
                    yield PHOTO
                            + photo.info().warnings().stream()
                                    .map(warning -> " " + warning.code())
                                    .collect(Collectors.joining());
                }
            }
        };
    }

    /** False where the system has no such thing. */
    private static boolean forgetThePeak() throws IOException {
        Path file = Path.of("/proc/self/clear_refs");
        if (!Files.isWritable(file)) {
            return false;
        }
        Files.writeString(file, "5");
        return true;
    }

    private static long peakKb() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        return -1;
    }
}
