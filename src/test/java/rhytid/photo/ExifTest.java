package rhytid.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.Arrays;
import org.apache.commons.imaging.ImagingException;
import org.apache.commons.imaging.common.RationalNumber;
import org.apache.commons.imaging.formats.tiff.constants.ExifTagConstants;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputDirectory;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputSet;
import org.junit.jupiter.api.Test;

class ExifTest {

    /** Fractions of EXIF are ratios of whole numbers. */
    private static final double RATIO_MM = 0.05;

    @Test
    void timeCameraAndFocalLengthAreRead() {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            byte[] block = ExifBlock.of(order, ExifTest::phone);
            PhotoAssert.accepted(Containers.jpegWithExif(Chart.encoded(".jpg"), block), photo -> {
                assertThat(photo.info().capturedAt()).isEqualTo(LocalDateTime.of(2026, 5, 4, 10, 11, 12));
                assertThat(photo.info().camera()).isEqualTo("Rhytid Phantom 3");
                assertThat(photo.info().focalLength35mm()).isEqualTo(26);
            });
        }
    }

    @Test
    void focalLengthFollowsFromTheSensorsSize() {
        // 22.3 × 14.9 mm at 6000 × 4000 pixels: a crop factor of 1.613, so 50 mm are like 80.7
        byte[] block = ExifBlock.of(ByteOrder.LITTLE_ENDIAN, set -> {
            TiffOutputDirectory photo = set.getOrCreateExifDirectory();
            photo.add(ExifTagConstants.EXIF_TAG_FOCAL_LENGTH, RationalNumber.valueOf(50));
            photo.add(
                    ExifTagConstants.EXIF_TAG_FOCAL_PLANE_XRESOLUTION_EXIF_IFD,
                    RationalNumber.valueOf(6000 / (22.3 / 25.4)));
            photo.add(
                    ExifTagConstants.EXIF_TAG_FOCAL_PLANE_YRESOLUTION_EXIF_IFD,
                    RationalNumber.valueOf(4000 / (14.9 / 25.4)));
            photo.add(ExifTagConstants.EXIF_TAG_FOCAL_PLANE_RESOLUTION_UNIT_EXIF_IFD, (short) 2);
            photo.add(ExifTagConstants.EXIF_TAG_EXIF_IMAGE_WIDTH, (short) 6000);
            photo.add(ExifTagConstants.EXIF_TAG_EXIF_IMAGE_LENGTH, (short) 4000);
        });
        assertThat(Exif.read(Bytes.of(block)).focalLength35mm()).isCloseTo(80.7, within(RATIO_MM));
    }

    @Test
    void aClockNeverSetIsNoTime() {
        byte[] block = ExifBlock.of(
                ByteOrder.BIG_ENDIAN,
                set -> set.getOrCreateExifDirectory()
                        .add(ExifTagConstants.EXIF_TAG_DATE_TIME_ORIGINAL, "0000:00:00 00:00:00"));
        assertThat(Exif.read(Bytes.of(block)).capturedAt()).isNull();
    }

    @Test
    void theTimeOfTheLastChangeIsNotTheTimeOfThePhoto() {
        byte[] block = ExifBlock.of(
                ByteOrder.BIG_ENDIAN,
                set -> set.getOrCreateRootDirectory().add(TiffTagConstants.TIFF_TAG_DATE_TIME, "2026:06:01 00:00:00"));
        assertThat(Exif.read(Bytes.of(block)).capturedAt()).isNull();
    }

    @Test
    void anImpossibleFocalLengthIsUnknown() {
        byte[] block = ExifBlock.of(
                ByteOrder.BIG_ENDIAN,
                set -> set.getOrCreateExifDirectory()
                        .add(ExifTagConstants.EXIF_TAG_FOCAL_LENGTH_IN_35MM_FORMAT, (short) 0));
        assertThat(Exif.read(Bytes.of(block)).focalLength35mm()).isNull();
    }

    @Test
    void aBlockCutAnywhereStillLeavesThePhoto() {
        byte[] block = ExifBlock.of(ByteOrder.BIG_ENDIAN, ExifTest::phone);
        byte[] jpeg = Chart.encoded(".jpg");
        for (int length = 0; length < block.length; length++) {
            byte[] cut = Arrays.copyOf(block, length);
            PhotoAssert.accepted(
                    Containers.jpegWithExif(jpeg, cut),
                    photo -> assertThat(photo.width()).isEqualTo(Chart.WIDTH));
        }
    }

    private static void phone(TiffOutputSet set) throws ImagingException {
        set.getOrCreateRootDirectory().add(TiffTagConstants.TIFF_TAG_MAKE, "Rhytid");
        set.getOrCreateRootDirectory().add(TiffTagConstants.TIFF_TAG_MODEL, "Phantom 3");
        TiffOutputDirectory photo = set.getOrCreateExifDirectory();
        photo.add(ExifTagConstants.EXIF_TAG_DATE_TIME_ORIGINAL, "2026:05:04 10:11:12");
        photo.add(ExifTagConstants.EXIF_TAG_FOCAL_LENGTH_IN_35MM_FORMAT, (short) 26);
    }
}
