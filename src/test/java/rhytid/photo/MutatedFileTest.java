package rhytid.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.imaging.formats.tiff.constants.ExifTagConstants;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;

/** Files with random damage: each is read or refused, in time; nothing is thrown and nothing crashes. */
class MutatedFileTest {

    private static final long MAX_MILLIS = 5_000;

    private static final byte[] EXIF = ExifBlock.of(ByteOrder.LITTLE_ENDIAN, set -> {
        set.getOrCreateRootDirectory().add(TiffTagConstants.TIFF_TAG_ORIENTATION, (short) 6);
        set.getOrCreateExifDirectory().add(ExifTagConstants.EXIF_TAG_DATE_TIME_ORIGINAL, "2026:05:04 10:11:12");
    });

    private static final byte[] P3 = RgbSpace.DISPLAY_P3.profile().copy();

    private static final byte[] JPEG =
            Containers.jpegWithProfile(Containers.jpegWithExif(Chart.encoded(".jpg"), EXIF), P3, 200);

    private static final byte[] PNG =
            Containers.pngWithProfile(Containers.pngWith(Chart.encoded(".png"), "eXIf", EXIF), P3);

    private static final byte[] WEBP = Containers.webpWith(Chart.encoded(".webp"), Chart.WIDTH, Chart.HEIGHT, P3, EXIF);

    private static final byte[] TIFF = Chart.encoded(".tiff");

    @Property(tries = 300)
    void jpeg(@ForAll long seed) {
        readsOrRefuses(JPEG, seed);
    }

    @Property(tries = 300)
    void png(@ForAll long seed) {
        readsOrRefuses(PNG, seed);
    }

    @Property(tries = 300)
    void webp(@ForAll long seed) {
        readsOrRefuses(WEBP, seed);
    }

    @Property(tries = 300)
    void tiff(@ForAll long seed) {
        readsOrRefuses(TIFF, seed);
    }

    static void readsOrRefuses(byte[] whole, long seed) {
        byte[] mutated = mutated(whole, new Random(seed));
        CpuTime.Timed<Reading> reading = CpuTime.of(() -> new PhotoReader().read("mutated", mutated));
        assertThat(reading.millis()).isLessThan(MAX_MILLIS);
        if (reading.result() instanceof Reading.Accepted accepted) {
            try (Photo photo = accepted.photo()) {
                assertThat((long) photo.width() * photo.height()).isPositive();
            }
        }
    }

    /** Bits turned, bytes set to extremes, parts repeated or left out, the end cut; mostly near the start. */
    private static byte[] mutated(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            int at = random.nextInt(random.nextBoolean() ? bytes.length : Math.min(bytes.length, 700));
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) (random.nextBoolean() ? 0xff : 0);
                case 2 -> bytes[at] = (byte) random.nextInt();
                case 3 -> System.arraycopy(bytes, at / 2, bytes, at, Math.min(16, bytes.length - at));
                default -> bytes = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, Math.max(16, at)) : bytes;
            }
        }
        return bytes;
    }
}
