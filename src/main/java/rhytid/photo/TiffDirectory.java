package rhytid.photo;

import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One directory of a TIFF (TIFF 6.0, section 2), which is also the form of EXIF. Entries whose values lie outside the
 * file are left out.
 */
final class TiffDirectory {

    /** Bytes of one value, by the type's number; signed types are read as unsigned where no tag of ours is signed. */
    private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

    private static final int SHORT = 3;
    private static final int LONG = 4;

    private record Entry(int type, long count, Bytes values) {}

    private final Map<Integer, Entry> entries = new HashMap<>();
    private final long next;

    /** @param offset where the directory begins, from the start of the TIFF */
    TiffDirectory(Bytes tiff, long offset) throws Unreadable {
        int count = tiff.u16(offset);
        for (int i = 0; i < count; i++) {
            read(tiff, offset + 2 + 12L * i);
        }
        next = tiff.u32(offset + 2 + 12L * count);
    }

    /** The TIFF in its own byte order. */
    static Bytes inItsOrder(Bytes tiff) {
        return tiff.order(tiff.has(0, "II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    /** Where the first directory begins, in a TIFF in its own byte order. */
    static long first(Bytes tiff) throws Unreadable {
        if (tiff.u16(2) != 42) {
            throw new Unreadable(FileRefusal.damaged("its metadata has no header"));
        }
        return tiff.u32(4);
    }

    private void read(Bytes tiff, long at) throws Unreadable {
        int tag = tiff.u16(at);
        int type = tiff.u16(at + 2);
        long count = tiff.u32(at + 4);
        long size = type < SIZES.length ? SIZES[type] * count : 0;
        long where = size <= 4 ? at + 8 : tiff.u32(at + 8);
        if (size > 0 && where <= tiff.length() - size) {
            entries.putIfAbsent(tag, new Entry(type, count, tiff.slice(where, size)));
        }
    }

    boolean has(int tag) {
        return entries.containsKey(tag);
    }

    /** Offset of the directory that follows, 0 for none. */
    long next() {
        return next;
    }

    /** The first of the tag's whole numbers. */
    OptionalLong number(int tag) throws Unreadable {
        return number(tag, 0);
    }

    OptionalLong number(int tag, int index) throws Unreadable {
        Entry entry = entries.get(tag);
        if (entry == null || index >= entry.count) {
            return OptionalLong.empty();
        }
        return switch (entry.type) {
            case 1 -> OptionalLong.of(entry.values.u8(index));
            case SHORT -> OptionalLong.of(entry.values.u16(2L * index));
            case LONG, 13 -> OptionalLong.of(entry.values.u32(4L * index));
            default -> OptionalLong.empty();
        };
    }

    /** How many values the tag has; 0 without the tag. */
    long count(int tag) {
        Entry entry = entries.get(tag);
        return entry == null ? 0 : entry.count;
    }

    Optional<Bytes> bytes(int tag) {
        return Optional.ofNullable(entries.get(tag)).map(Entry::values);
    }
}
