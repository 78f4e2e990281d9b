package rhytid.photo;

import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Walks the chunks of a WebP (RFC 9649). */
final class WebpHeader {

    private static final int ANIMATION = 0x02;
    private static final int ALPHA = 0x10;

    private final Bytes file;
    private long width;
    private long height;
    private Header.Alpha alpha = Header.Alpha.NONE;
    private boolean picture;
    private @Nullable Bytes profile;
    private @Nullable Bytes exif;

    private WebpHeader(Bytes file) {
        this.file = file.order(ByteOrder.LITTLE_ENDIAN);
    }

    static Header read(Bytes file) throws Unreadable {
        WebpHeader webp = new WebpHeader(file);
        webp.walk();
        return new Header(webp.width, webp.height, Header.Colours.RGB, webp.alpha, webp.profile, webp.exif);
    }

    private void walk() throws Unreadable {
        Bytes riff = file.slice(8, file.u32(4));
        long at = 4;
        while (at + 8 <= riff.length()) {
            long size = riff.u32(at + 4);
            take(riff.ascii(at, 4), riff.slice(at + 8, size));
            at += 8 + size + (size & 1);
        }
        if (!picture) {
            throw new Unreadable(FileRefusal.damaged("it holds no picture"));
        }
    }

    private void take(String type, Bytes data) throws Unreadable {
        switch (type) {
            case "VP8X" -> {
                int flags = data.u8(0);
                if ((flags & ANIMATION) != 0) {
                    throw new Unreadable(FileRefusal.severalFrames("an animation"));
                }
                alpha((flags & ALPHA) != 0);
                size(1 + (data.u32(4) & 0xffffff), 1 + (data.u32(6) >> 8));
            }
            case "VP8 " -> {
                picture = true;
                size(data.u16(6) & 0x3fff, data.u16(8) & 0x3fff);
            }
            case "VP8L" -> {
                picture = true;
                long bits = data.u32(1);
                alpha((bits >> 28 & 1) != 0);
                size(1 + (bits & 0x3fff), 1 + (bits >> 14 & 0x3fff));
            }
            case "ICCP" -> profile = data;
            case "EXIF" -> exif = data.has(0, "Exif\0\0") ? data.from(6) : data;
            default -> {}
        }
    }

    private void alpha(boolean used) {
        if (used) {
            alpha = Header.Alpha.STRAIGHT;
        }
    }

    private void size(long w, long h) throws Unreadable {
        if (width != 0 && (width != w || height != h)) {
            throw new Unreadable(FileRefusal.damaged("it names two sizes"));
        }
        width = w;
        height = h;
    }
}
