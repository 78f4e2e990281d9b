package rhytid.photo;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The kinds of file that are read, told by their first bytes. */
enum PhotoFormat {
    JPEG,
    PNG,
    WEBP,
    TIFF,
    HEIC,
    AVIF;

    /** Brands (ISO/IEC 23008-12, AV1 Image File Format) whose pictures are single and coded as HEVC. */
    private static final Set<String> HEIC_BRANDS = Set.of("heic", "heix", "heim", "heis", "heif");

    private static final Set<String> SEQUENCE_BRANDS = Set.of("msf1", "hevc", "hevx", "hevm", "hevs", "avis");

    /** What people send by mistake; the longest possible prefix, so that no photo is among them. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("%PDF", "a PDF"),
            Map.entry("GIF8", "a GIF"),
            Map.entry("BM", "a BMP picture"),
            Map.entry("8BPS", "a Photoshop document"),
            Map.entry("PK\3\4", "a ZIP archive or an office document"),
            Map.entry("\u001a\u0045\u00df\u00a3", "a video"),
            Map.entry("<svg", "a drawing (SVG)"),
            Map.entry("<?xml", "an XML document"),
            Map.entry("<!DOCTYPE", "a web page"),
            Map.entry("<html", "a web page"),
            Map.entry("\u00ff\n", "a JPEG XL picture"),
            Map.entry("II+\0", "a BigTIFF"),
            Map.entry("FUJIFILMCCD-RAW", "a camera's raw file"));

    /** The name used in {@link PhotoInfo#format()}. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Unreadable when the first bytes are of none of them; its message says of what, where known */
    static PhotoFormat of(Bytes file) throws Unreadable {
        if (file.has(0, "\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (file.has(0, "\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (file.has(0, "RIFF")) {
            if (file.has(8, "WEBP")) {
                return WEBP;
            }
            throw new Unreadable(FileRefusal.notAPhoto("a sound or video"));
        }
        if (file.has(0, "II*\0") || file.has(0, "MM\0*")) {
            return TIFF;
        }
        if (file.has(4, "ftyp")) {
            return ofBrands(file);
        }
        throw new Unreadable(FileRefusal.notAPhoto(other(file)));
    }

    private static PhotoFormat ofBrands(Bytes file) throws Unreadable {
        String major = file.ascii(8, 4);
        if (SEQUENCE_BRANDS.contains(major)) {
            throw new Unreadable(FileRefusal.severalFrames("a sequence of pictures"));
        }
        long end = Math.min(file.u32(0), 256);
        for (long at = 8; at + 4 <= Math.min(end, file.length()); at += at == 8 ? 8 : 4) {
            String brand = file.ascii(at, 4);
            if (brand.equals("avif")) {
                return AVIF;
            }
            if (HEIC_BRANDS.contains(brand)) {
                return HEIC;
            }
        }
        throw new Unreadable(FileRefusal.notAPhoto("a video, or a kind of picture that is not read"));
    }

    private static String other(Bytes file) {
        return OTHERS.entrySet().stream()
                .filter(entry -> file.has(0, entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("not a photo");
    }
}
