package rhytid.photo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.TreeMap;

/** Writes uncompressed TIFFs of one strip, tag by tag, so that tests can write what editors do not. */
final class TinyTiff {

    private static final int LONG = 4;
    private static final int UNDEFINED = 7;

    private final ByteOrder order;
    private final byte[] samples;
    private final TreeMap<Integer, long[]> numbers = new TreeMap<>();
    private byte[] profile = {};
    private int pages = 1;

    /** @param samples in the order that the tags say; 16-bit ones in {@code order} */
    TinyTiff(ByteOrder order, int width, int height, int samplesPerPixel, int bits, byte[] samples) {
        this.order = order;
        this.samples = samples;
        with(256, width).with(257, height).with(258, bits).with(259, 1);
        with(262, samplesPerPixel >= 3 ? 2 : 1).with(277, samplesPerPixel).with(278, height);
        with(273, 0).with(279, samples.length);
    }

    TinyTiff with(int tag, long value) {
        numbers.put(tag, new long[] {value});
        return this;
    }

    TinyTiff withProfile(byte[] icc) {
        profile = icc;
        return this;
    }

    TinyTiff pages(int count) {
        pages = count;
        return this;
    }

    byte[] bytes() {
        int entries = numbers.size() + (profile.length > 0 ? 1 : 0);
        int directory = 2 + 12 * entries + 4;
        int data = 8 + pages * directory;
        ByteBuffer out =
                ByteBuffer.allocate(data + samples.length + profile.length).order(order);
        out.put(Containers.ascii(order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM"))
                .putShort((short) 42)
                .putInt(8);
        numbers.put(273, new long[] {data});
        for (int page = 1; page <= pages; page++) {
            out.putShort((short) entries);
            numbers.forEach((tag, value) -> entry(out, tag, LONG, 1, (int) value[0]));
            if (profile.length > 0) {
                entry(out, 34675, UNDEFINED, profile.length, data + samples.length);
            }
            out.putInt(page < pages ? 8 + page * directory : 0);
        }
        return out.put(samples).put(profile).array();
    }

    /** Short values are left-aligned in their field: tags that readers want as SHORT are written so. */
    private static void entry(ByteBuffer out, int tag, int type, int count, int value) {
        boolean small = type == LONG && value < 65536 && tag != 273 && tag != 279;
        out.putShort((short) tag).putShort((short) (small ? 3 : type)).putInt(count);
        if (small) {
            out.putShort((short) value).putShort((short) 0);
        } else {
            out.putInt(value);
        }
    }
}
