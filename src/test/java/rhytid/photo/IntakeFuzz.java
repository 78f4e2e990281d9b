package rhytid.photo;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** From any bytes to a photo, or to a reason: what Jazzer is let loose on, and what replays its findings. */
public final class IntakeFuzz {

    /** Small pictures, many of them: what is found is read again with the usual limits. */
    private static final PhotoReader QUICK = new PhotoReader(new PhotoLimits(1 << 20, 1 << 20, 8, 1 << 16));

    private static final long MOST_MS = 5_000;

    private IntakeFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        reads(QUICK, withSums(bytes));
    }

    static void reads(PhotoReader reader, byte[] bytes) {
        CpuTime.Timed<Reading> reading = CpuTime.of(() -> reader.read("photo", bytes));
        if (reading.millis() > MOST_MS) {
            throw new IllegalStateException("it took " + reading.millis() + " ms");
        }
        switch (reading.result()) {
            case Reading.Refused refused -> isClear(refused.refusal());
            case Reading.Accepted accepted -> {
                try (Photo photo = accepted.photo()) {
                    if (photo.pixels().type() != CV_8UC3 || photo.pixels().total() == 0) {
                        throw new IllegalStateException("no picture of blue, green and red: " + photo.pixels());
                    }
                }
            }
        }
    }

    private static void isClear(Refusal refusal) {
        if (!refusal.code().matches("[a-z-]+") || !refusal.message().matches("[A-Z].+\\.")) {
            throw new IllegalStateException("not said clearly: " + refusal);
        }
    }

    /** A PNG with the sums of its chunks put right, as a stranger would: else nothing gets behind them. */
    static byte[] withSums(byte[] bytes) {
        if (bytes.length < 8 || !Bytes.of(bytes).has(0, "\u0089PNG")) {
            return bytes;
        }
        ByteBuffer png = ByteBuffer.wrap(bytes.clone());
        for (int at = 8; at + 12 <= bytes.length; ) {
            int length = png.getInt(at);
            if (length < 0 || length > bytes.length - at - 12) {
                break;
            }
            CRC32 sum = new CRC32();
            sum.update(png.array(), at + 4, 4 + length);
            png.putInt(at + 8 + length, (int) sum.getValue());
            at += 12 + length;
        }
        return png.array();
    }
}
