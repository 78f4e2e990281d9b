package rhytid.photo;

import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the directories of a TIFF (TIFF 6.0) and checks that what they point at lies in the file. */
final class TiffHeader {

    private static final int NEW_SUBFILE_TYPE = 254;
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int BITS_PER_SAMPLE = 258;
    private static final int PHOTOMETRIC = 262;
    private static final int STRIP_OFFSETS = 273;
    private static final int ORIENTATION = 274;
    private static final int SAMPLES_PER_PIXEL = 277;
    private static final int STRIP_BYTES = 279;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_HEIGHT = 323;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_BYTES = 325;
    private static final int EXTRA_SAMPLES = 338;
    private static final int SAMPLE_FORMAT = 339;
    private static final int ICC_PROFILE = 34675;
    private static final int DNG_VERSION = 50706;

    /** Values of ExtraSamples: opacity that the colours are multiplied with already, and opacity that they are not. */
    private static final int ASSOCIATED = 1;

    private static final int UNASSOCIATED = 2;

    private static final int MAX_DIRECTORIES = 64;

    private final Bytes tiff;
    private final PhotoLimits limits;

    private TiffHeader(Bytes tiff, PhotoLimits limits) {
        this.tiff = TiffDirectory.inItsOrder(tiff);
        this.limits = limits;
    }

    static Header read(Bytes file, PhotoLimits limits) throws Unreadable {
        return new TiffHeader(file, limits).header();
    }

    private Header header() throws Unreadable {
        TiffDirectory first = new TiffDirectory(tiff, TiffDirectory.first(tiff));
        if (first.has(DNG_VERSION) || reduced(first) || tiff.has(8, "CR")) {
            throw new Unreadable(FileRefusal.notAPhoto("a camera's raw file"));
        }
        refuseMorePages(first);
        checkData(first, STRIP_OFFSETS, STRIP_BYTES);
        checkData(first, TILE_OFFSETS, TILE_BYTES);
        checkTiles(first);
        long width = first.number(WIDTH).orElse(0);
        long height = first.number(HEIGHT).orElse(0);
        @Nullable Bytes profile = first.bytes(ICC_PROFILE).orElse(null);
        return new Header(width, height, colours(first), alpha(first), profile, tiff);
    }

    /**
     * The same file saying that it is upright. OpenCV turns a TIFF by itself, whatever flag it is given, and a photo
     * must be turned by one place only.
     */
    static byte[] withoutOrientation(byte[] file) throws Unreadable {
        Bytes tiff = TiffDirectory.inItsOrder(Bytes.of(file));
        TiffDirectory first = new TiffDirectory(tiff, TiffDirectory.first(tiff));
        byte[] copy = file.clone();
        first.bytes(ORIENTATION).filter(value -> value.length() == 2).ifPresent(value -> {
            boolean bigEndian = tiff.order() == ByteOrder.BIG_ENDIAN;
            copy[value.from()] = (byte) (bigEndian ? 0 : 1);
            copy[value.from() + 1] = (byte) (bigEndian ? 1 : 0);
        });
        return copy;
    }

    private static boolean reduced(TiffDirectory directory) throws Unreadable {
        return (directory.number(NEW_SUBFILE_TYPE).orElse(0) & 1) != 0;
    }

    /** Editors keep a thumbnail in a second directory, marked as a reduced picture; anything else is another page. */
    private void refuseMorePages(TiffDirectory first) throws Unreadable {
        Set<Long> seen = new HashSet<>();
        long next = first.next();
        while (next != 0) {
            if (!seen.add(next) || seen.size() > MAX_DIRECTORIES) {
                throw new Unreadable(FileRefusal.damaged("its pages go round in a circle"));
            }
            TiffDirectory directory = new TiffDirectory(tiff, next);
            if (!reduced(directory)) {
                throw new Unreadable(FileRefusal.severalFrames("a TIFF of several pages"));
            }
            next = directory.next();
        }
    }

    private void checkData(TiffDirectory directory, int offsets, int sizes) throws Unreadable {
        if (directory.count(offsets) != directory.count(sizes)) {
            throw new Unreadable(FileRefusal.damaged("it does not say where its picture lies"));
        }
        for (int i = 0; i < directory.count(offsets); i++) {
            long offset = directory.number(offsets, i).orElse(Long.MAX_VALUE);
            long size = directory.number(sizes, i).orElse(Long.MAX_VALUE);
            if (offset > tiff.length() || size > tiff.length() - offset) {
                throw new Unreadable(FileRefusal.damaged("it ends in the middle of the picture"));
            }
        }
    }

    private void checkTiles(TiffDirectory directory) throws Unreadable {
        long tilePixels = directory.number(TILE_WIDTH).orElse(0)
                * directory.number(TILE_HEIGHT).orElse(0);
        if (tilePixels > limits.maxPixels()) {
            throw new Unreadable(FileRefusal.tooManyPixels(tilePixels, limits.maxPixels()));
        }
    }

    /**
     * As OpenCV hands it out: 8 bits go through libtiff's RGBA interface, which multiplies; 16 bits come as stored. A
     * fourth sample of unspecified meaning is no opacity and counts for nothing.
     */
    private static Header.Alpha alpha(TiffDirectory directory) throws Unreadable {
        long extra = directory.number(EXTRA_SAMPLES).orElse(0);
        if (extra != ASSOCIATED && extra != UNASSOCIATED) {
            return Header.Alpha.NONE;
        }
        boolean eightBits = directory.number(BITS_PER_SAMPLE).orElse(1) == 8;
        return extra == ASSOCIATED || eightBits ? Header.Alpha.PREMULTIPLIED : Header.Alpha.STRAIGHT;
    }

    private static Header.Colours colours(TiffDirectory directory) throws Unreadable {
        long bits = directory.number(BITS_PER_SAMPLE).orElse(1);
        if (bits != 8 && bits != 16 || directory.number(SAMPLE_FORMAT).orElse(1) != 1) {
            throw new Unreadable(FileRefusal.colourSpace("not of 8 or 16 bits"));
        }
        long samples = directory.number(SAMPLES_PER_PIXEL).orElse(1);
        if (samples != 1 && samples != 3 && samples != 4) {
            throw new Unreadable(FileRefusal.colourSpace("of %d components".formatted(samples)));
        }
        return switch ((int) directory.number(PHOTOMETRIC).orElse(-1)) {
            case 0, 1 -> Header.Colours.GREY;
            case 2, 3, 6 -> Header.Colours.RGB;
            case 5 -> throw new Unreadable(FileRefusal.colourSpace("printing inks (CMYK) in a TIFF"));
            default -> throw new Unreadable(FileRefusal.colourSpace("of a kind other than RGB or grey"));
        };
    }
}
