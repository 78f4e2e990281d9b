package rhytid.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HeifTest {

    /** Lossless in YCbCr, then rounded to RGB, then through a profile. */
    private static final int TWO_ROUNDINGS = 2;

    @Test
    void withoutLibheifTheMessageSaysWhatToDo() throws IOException {
        PhotoReader reader = new PhotoReader(PhotoLimits.STANDARD, Optional::empty);
        Refusal refusal = PhotoAssert.refused(reader, sample("chart.heic"));
        assertThat(refusal.code()).isEqualTo("heif-missing");
        assertThat(refusal.message()).contains("HEIC", "apt install libheif1", "JPEG");
        assertThat(PhotoAssert.refused(reader, sample("chart.avif")).message()).contains("AVIF");
    }

    @Test
    void aLibraryThatIsNotThereIsNotFound() {
        assertThat(Heif.find(List.of("libheif-of-nowhere.so.9"))).isEmpty();
    }

    @Test
    void aSequenceIsRefusedByItsBrand() {
        byte[] sequence = Containers.concat(new byte[] {0, 0, 0, 20}, Containers.ascii("ftypavis____avis"));
        assertThat(PhotoAssert.refused(sequence).code()).isEqualTo("several-frames");
    }

    @Nested
    class WithLibheif {

        @BeforeEach
        void libheif() {
            boolean found = Heif.find().isPresent();
            if (!found && "true".equals(System.getenv("CI"))) {
                fail("CI must have libheif1");
            }
            Assumptions.assumeTrue(found, "libheif is not installed: HEIC and AVIF are not tested");
        }

        @Test
        void heicAndAvifAreRead() throws IOException {
            for (String format : List.of("heic", "avif")) {
                PhotoAssert.accepted(sample("chart." + format), photo -> {
                    assertThat(photo.info().format()).isEqualTo(format);
                    Chart.assertFields(photo, TWO_ROUNDINGS, Chart.A, Chart.B, Chart.C, Chart.D);
                });
            }
        }

        /** The samples in Display P3; expected values by ImageMagick 6.9 and Little CMS from the PNG it was made of. */
        @Test
        void aPhonesColoursBecomeSrgb() throws IOException {
            PhotoAssert.accepted(
                    sample("p3.heic"),
                    photo -> Chart.assertFields(photo, TWO_ROUNDINGS, 0xd92926, 0x00ac42, 0x2750c5, 0xe9a986));
        }

        @Test
        void aPhonesPhotoIsTurnedOnce() throws IOException {
            PhotoAssert.accepted(sample("turned.heic"), photo -> {
                assertThat(photo.width()).isEqualTo(Chart.HEIGHT);
                Chart.assertFields(photo, TWO_ROUNDINGS, Chart.C, Chart.A, Chart.D, Chart.B);
                assertThat(photo.info().camera()).isEqualTo("Rhytid Phantom");
                assertThat(photo.info().capturedAt()).isEqualTo(LocalDateTime.of(2026, 5, 4, 10, 11, 12));
                assertThat(photo.info().focalLength35mm()).isEqualTo(26);
            });
        }

        @Test
        void cutShortIsDamaged() throws IOException {
            byte[] whole = sample("chart.heic");
            byte[] cut = Arrays.copyOf(whole, whole.length - 100);
            assertThat(PhotoAssert.refused(cut).code()).isEqualTo("damaged");
        }

        @Test
        void limitsHoldHereToo() throws IOException {
            PhotoReader strict = new PhotoReader(new PhotoLimits(1_000_000, 1000, 16, 1000));
            assertThat(PhotoAssert.refused(strict, sample("chart.heic")).code()).isEqualTo("too-many-pixels");
        }
    }

    private static byte[] sample(String name) throws IOException {
        try (InputStream in = HeifTest.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is missing from the test resources");
            }
            return in.readAllBytes();
        }
    }
}
