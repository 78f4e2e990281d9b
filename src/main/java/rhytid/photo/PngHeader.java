package rhytid.photo;

import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Walks the chunks of a PNG (W3C PNG, third edition) to its end and checks each one's sum, so that a damaged file is
 * refused before it is decoded.
 */
final class PngHeader {

    private static final int SIGNATURE = 8;

    /** Stands for one that is there and does not unpack, so that the photo carries the warning. */
    private static final Bytes UNREADABLE_PROFILE = Bytes.of(new byte[0]);

    private final Bytes file;
    private final PhotoLimits limits;
    private long width;
    private long height;
    private int colourType;
    private boolean transparency;
    private boolean pixels;
    private @Nullable Bytes profile;
    private @Nullable Bytes exif;

    private PngHeader(Bytes file, PhotoLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    static Header read(Bytes file, PhotoLimits limits) throws Unreadable {
        PngHeader png = new PngHeader(file, limits);
        png.walk();
        return png.header();
    }

    private void walk() throws Unreadable {
        long at = SIGNATURE;
        String type;
        do {
            Bytes data = file.slice(at + 8, file.u32(at));
            type = file.ascii(at + 4, 4);
            if (at == SIGNATURE && !type.equals("IHDR")) {
                throw new Unreadable(FileRefusal.damaged("it does not begin with its size"));
            }
            checkSum(at + 4, data);
            take(type, data);
            at += 12L + data.length();
        } while (!type.equals("IEND"));
    }

    private void checkSum(long typeAt, Bytes data) throws Unreadable {
        CRC32 crc = new CRC32();
        crc.update(file.array(), (int) typeAt, 4 + data.length());
        if (crc.getValue() != file.u32(typeAt + 4 + data.length())) {
            throw new Unreadable(FileRefusal.damaged("its checksum is wrong"));
        }
    }

    private void take(String type, Bytes data) throws Unreadable {
        switch (type) {
            case "IHDR" -> {
                width = data.u32(0);
                height = data.u32(4);
                colourType = data.u8(9);
            }
            case "tRNS" -> transparency = true;
            case "IDAT" -> pixels = true;
            case "eXIf" -> exif = data;
            case "iCCP" -> profile = inflate(data);
            case "cICP" -> {
                // Without an ICC profile, code points (ITU-T H.273) say which colours; transfer 13 is sRGB's curve.
                if (profile == null && data.u8(1) == 13) {
                    profile = RgbSpace.ofCodePoint(data.u8(0))
                            .map(RgbSpace::profile)
                            .orElse(null);
                }
            }
            case "acTL" -> {
                if (data.u32(0) > 1) {
                    throw new Unreadable(FileRefusal.severalFrames("an animation"));
                }
            }
            default -> {}
        }
    }

    /** The profile behind its name and method. */
    private Bytes inflate(Bytes data) throws Unreadable {
        int name = 0;
        while (data.u8(name) != 0) {
            name++;
        }
        Bytes packed = data.from(name + 2L);
        byte[] unpacked = new byte[limits.maxProfileBytes()];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed.array(), packed.from(), packed.length());
            int size = inflater.inflate(unpacked);
            return inflater.finished() ? Bytes.of(unpacked).slice(0, size) : UNREADABLE_PROFILE;
        } catch (DataFormatException e) {
            return UNREADABLE_PROFILE;
        } finally {
            inflater.end();
        }
    }

    private Header header() throws Unreadable {
        if (!pixels) {
            throw new Unreadable(FileRefusal.damaged("it holds no picture"));
        }
        boolean grey = colourType == 0 || colourType == 4;
        boolean alpha = colourType == 4 || colourType == 6 || transparency;
        return new Header(
                width,
                height,
                grey ? Header.Colours.GREY : Header.Colours.RGB,
                alpha ? Header.Alpha.STRAIGHT : Header.Alpha.NONE,
                profile,
                exif);
    }
}
