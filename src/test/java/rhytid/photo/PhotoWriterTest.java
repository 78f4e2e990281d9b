package rhytid.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;

class PhotoWriterTest {

    /** JFIF's own header, tables, frame, scan: what a decoder needs. No APP1 (EXIF, XMP), APP13 (IPTC), COM. */
    private static final Set<Integer> JPEG_MAY_HOLD = Set.of(0xe0, 0xdb, 0xc0, 0xc4, 0xda, 0xdd);

    private static final Set<String> PNG_MAY_HOLD = Set.of("IHDR", "IDAT", "IEND");

    @Test
    void whatLeavesCarriesNothingButThePicture() {
        byte[] exif = ExifBlock.of(
                ByteOrder.BIG_ENDIAN,
                set -> set.getOrCreateRootDirectory().add(TiffTagConstants.TIFF_TAG_ARTIST, "Jane Doe"));
        byte[] jpeg = Containers.jpegWithExif(Chart.encoded(".jpg"), exif);
        jpeg = Containers.jpegWith(jpeg, 0xfe, Containers.ascii("patient Jane Doe"));
        jpeg = Containers.jpegWith(jpeg, 0xed, Containers.ascii("Photoshop 3.0\0 Jane Doe"));
        PhotoAssert.accepted(jpeg, photo -> {
            byte[] outJpeg = PhotoWriter.jpeg(photo.pixels(), 90);
            byte[] outPng = PhotoWriter.png(photo.pixels());
            assertThat(JPEG_MAY_HOLD).containsAll(markers(outJpeg));
            assertThat(PNG_MAY_HOLD).containsAll(chunks(outPng));
            assertThat(new String(outJpeg, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .doesNotContain("Jane");
        });
    }

    @Test
    void aPngComesBackAsItWas() {
        PhotoAssert.accepted(
                Chart.encoded(".png"), photo -> Chart.assertFields(photo, 0, Chart.A, Chart.B, Chart.C, Chart.D));
    }

    @Test
    void aJpegKeepsTheColourOfAThinLine() {
        try (Mat chart = Chart.pixels()) {
            // two pixels of red on skin: with halved colour resolution they would blend with their neighbours
            for (int x = 60; x < 62; x++) {
                for (int y = 40; y < 60; y++) {
                    chart.ptr(y, x).put((byte) 90, (byte) 90, (byte) 220);
                }
            }
            PhotoAssert.accepted(
                    PhotoWriter.jpeg(chart, 98),
                    photo -> assertThat(Chart.distance(Chart.rgb(photo, 60, 50), 0xdc5a5a))
                            .isLessThan(10));
        }
    }

    @Test
    void qualityIsOneToAHundred() {
        try (Mat chart = Chart.pixels()) {
            assertThatThrownBy(() -> PhotoWriter.jpeg(chart, 0)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> PhotoWriter.jpeg(chart, 101)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static List<Integer> markers(byte[] jpeg) {
        List<Integer> markers = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(jpeg);
        for (int at = 2; !markers.contains(0xda); at += 2 + bytes.getShort(at + 2)) {
            markers.add(bytes.get(at + 1) & 0xff);
        }
        return markers;
    }

    private static List<String> chunks(byte[] png) {
        List<String> chunks = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(png);
        for (int at = 8; at < png.length; at += 12 + bytes.getInt(at)) {
            chunks.add(new String(png, at + 4, 4, java.nio.charset.StandardCharsets.ISO_8859_1));
        }
        return chunks;
    }
}
