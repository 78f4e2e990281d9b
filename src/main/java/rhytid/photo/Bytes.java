package rhytid.photo;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A part of a file, read by position. A file may claim anything about itself, so every access is checked, and one that
 * leaves the part makes the file {@link Unreadable}.
 *
 * @param array the whole file, never changed
 * @param from first byte of the part
 * @param length number of bytes in it
 */
@SuppressWarnings("ArrayRecordComponent") // a window on a file of many megabytes, compared by nobody
record Bytes(byte[] array, int from, int length, ByteOrder order) {

    static Bytes of(byte[] file) {
        return new Bytes(file, 0, file.length, ByteOrder.BIG_ENDIAN);
    }

    Bytes order(ByteOrder other) {
        return new Bytes(array, from, length, other);
    }

    int u8(long at) throws Unreadable {
        return array[index(at, 1)] & 0xff;
    }

    int u16(long at) throws Unreadable {
        int i = index(at, 2);
        int first = array[i] & 0xff;
        int second = array[i + 1] & 0xff;
        return order == ByteOrder.BIG_ENDIAN ? first << 8 | second : second << 8 | first;
    }

    long u32(long at) throws Unreadable {
        long first = u16(at);
        long second = u16(at + 2);
        return order == ByteOrder.BIG_ENDIAN ? first << 16 | second : second << 16 | first;
    }

    /** The part of this part that begins at {@code at} and has {@code size} bytes. */
    Bytes slice(long at, long size) throws Unreadable {
        return new Bytes(array, index(at, size), (int) size, order);
    }

    Bytes from(long at) throws Unreadable {
        return slice(at, length - at);
    }

    /** Whether the letters stand at {@code at}; false as well where the part ends before. */
    boolean has(long at, String ascii) {
        if (at < 0 || at + ascii.length() > length) {
            return false;
        }
        int start = from + (int) at;
        return Arrays.equals(
                array, start, start + ascii.length(), ascii.getBytes(StandardCharsets.ISO_8859_1), 0, ascii.length());
    }

    String ascii(long at, long size) throws Unreadable {
        return new String(array, index(at, size), (int) size, StandardCharsets.ISO_8859_1);
    }

    byte[] copy() {
        return Arrays.copyOfRange(array, from, from + length);
    }

    private int index(long at, long size) throws Unreadable {
        if (at < 0 || size < 0 || at > length - size) {
            throw new Unreadable(FileRefusal.damaged("it ends too early, or points outside itself"));
        }
        return from + (int) at;
    }
}
