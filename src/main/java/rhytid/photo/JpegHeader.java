package rhytid.photo;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Walks the segments of a JPEG (ITU-T T.81 annex B) from its start to its end mark. A JPEG whose end mark is missing
 * was cut short; decoders paint the rest grey without a word, and a grey forehead has no lines, so such a file is
 * refused.
 */
final class JpegHeader {

    /** Real encoders write about ten; thousands of them over a large picture keep a decoder busy for minutes. */
    private static final int MAX_SCANS = 100;

    /**
     * Every block of 64 samples takes at least one bit for its mean, so 1,024 pixels never take less than three bytes
     * with colour, two without. A file of fewer claims a size that it does not hold.
     */
    private static final int MOST_PIXELS_PER_BYTE = 1024;

    private static final String ICC_MARK = "ICC_PROFILE\0";
    private static final String EXIF_MARK = "Exif\0\0";

    private final Bytes file;
    private final PhotoLimits limits;
    private int width;
    private int height;
    private int components;
    private int scans;
    private @Nullable Bytes exif;
    private final Bytes[] profileParts = new Bytes[256];
    private int profilePartCount;

    private JpegHeader(Bytes file, PhotoLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    static Header read(Bytes file, PhotoLimits limits) throws Unreadable {
        return new JpegHeader(file, limits).walk();
    }

    private Header walk() throws Unreadable {
        long at = 2;
        while (true) {
            int marker = marker(at);
            if (marker == 0xd9) {
                return header();
            }
            if (marker == 0xff) {
                at++; // fill byte
                continue;
            }
            Bytes segment = file.slice(at + 4, file.u16(at + 2) - 2);
            at = at + 4 + segment.length();
            take(marker, segment);
            if (marker == 0xda) {
                at = afterScan(at);
            }
        }
    }

    private int marker(long at) throws Unreadable {
        if (file.u8(at) != 0xff) {
            throw new Unreadable(FileRefusal.damaged("its segments do not follow each other"));
        }
        return file.u8(at + 1);
    }

    private void take(int marker, Bytes segment) throws Unreadable {
        boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (frame) {
            takeFrame(segment);
        } else if (marker == 0xe1 && exif == null && segment.has(0, EXIF_MARK)) {
            exif = segment.from(EXIF_MARK.length());
        } else if (marker == 0xe2 && segment.has(0, ICC_MARK) && segment.length() > 14) {
            profileParts[segment.u8(12)] = segment.from(14);
            profilePartCount = segment.u8(13);
        } else if (marker == 0xda && ++scans > MAX_SCANS) {
            throw new Unreadable(FileRefusal.damaged("it holds more passes over the picture than any camera writes"));
        }
    }

    private void takeFrame(Bytes segment) throws Unreadable {
        if (components != 0) {
            throw new Unreadable(FileRefusal.damaged("it describes two pictures as one"));
        }
        height = segment.u16(1);
        width = segment.u16(3);
        components = segment.u8(5);
    }

    /**
     * The position of the first marker after coded data: 0xff that is neither stuffed (00) nor a restart (d0 to d7).
     */
    private long afterScan(long from) throws Unreadable {
        byte[] array = file.array();
        for (long i = from; i + 1 < file.length(); i++) {
            if (array[(int) i] == (byte) 0xff) {
                int next = array[(int) i + 1] & 0xff;
                if (next != 0 && (next < 0xd0 || next > 0xd7) && next != 0xff) {
                    return i;
                }
            }
        }
        throw new Unreadable(FileRefusal.damaged("it ends in the middle of the picture"));
    }

    private Header header() throws Unreadable {
        if (components == 0 || scans == 0 || width == 0 || height == 0) {
            throw new Unreadable(FileRefusal.damaged("it holds no picture"));
        }
        Header.Colours colours = switch (components) {
            case 1 -> Header.Colours.GREY;
            case 3 -> Header.Colours.RGB;
            case 4 -> Header.Colours.CMYK;
            default -> throw new Unreadable(FileRefusal.colourSpace("of %d components".formatted(components)));
        };
        Header header = new Header(width, height, colours, Header.Alpha.NONE, profile(), exif);
        // Size first: "too many pixels" is the better reason where both are true.
        if (header.pixels() <= limits.maxPixels() && header.pixels() / MOST_PIXELS_PER_BYTE > file.length()) {
            throw new Unreadable(FileRefusal.damaged("it is far too short for the size that it claims"));
        }
        return header;
    }

    /** The profile's parts in their order (ICC.1 annex B.4); none when one is missing. */
    private @Nullable Bytes profile() {
        Bytes[] parts = Arrays.copyOfRange(profileParts, 1, profilePartCount + 1);
        if (parts.length == 0 || Arrays.asList(parts).contains(null)) {
            return null;
        }
        byte[] all = new byte[Arrays.stream(parts).mapToInt(Bytes::length).sum()];
        int at = 0;
        for (Bytes part : parts) {
            System.arraycopy(part.array(), part.from(), all, at, part.length());
            at += part.length();
        }
        return Bytes.of(all);
    }
}
