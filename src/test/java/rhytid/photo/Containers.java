package rhytid.photo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Puts parts into finished files, as cameras and editors do. */
final class Containers {

    private Containers() {}

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A JPEG with one more segment, right behind its start. */
    static byte[] jpegWith(byte[] jpeg, int marker, byte[] segment) {
        ByteBuffer head = ByteBuffer.allocate(4).put((byte) 0xff).put((byte) marker);
        head.putShort((short) (segment.length + 2));
        return concat(Arrays.copyOf(jpeg, 2), head.array(), segment, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    static byte[] jpegWithExif(byte[] jpeg, byte[] exif) {
        return jpegWith(jpeg, 0xe1, concat(ascii("Exif\0\0"), exif));
    }

    /** The profile in parts of at most {@code partBytes}, written last part first: readers must go by their numbers. */
    static byte[] jpegWithProfile(byte[] jpeg, byte[] profile, int partBytes) {
        int parts = (profile.length + partBytes - 1) / partBytes;
        byte[] result = jpeg;
        for (int part = 1; part <= parts; part++) {
            int from = (part - 1) * partBytes;
            byte[] data = Arrays.copyOfRange(profile, from, Math.min(profile.length, from + partBytes));
            byte[] number = {(byte) part, (byte) parts};
            result = jpegWith(result, 0xe2, concat(ascii("ICC_PROFILE\0"), number, data));
        }
        return result;
    }

    /** A PNG with one more chunk, right behind its header. */
    static byte[] pngWith(byte[] png, String type, byte[] data) {
        byte[] typeAndData = concat(ascii(type), data);
        CRC32 crc = new CRC32();
        crc.update(typeAndData);
        byte[] length = ByteBuffer.allocate(4).putInt(data.length).array();
        byte[] sum = ByteBuffer.allocate(4).putInt((int) crc.getValue()).array();
        return concat(Arrays.copyOf(png, 33), length, typeAndData, sum, Arrays.copyOfRange(png, 33, png.length));
    }

    static byte[] pngWithProfile(byte[] png, byte[] profile) {
        return pngWith(png, "iCCP", concat(ascii("own\0\0"), deflated(profile)));
    }

    private static byte[] deflated(byte[] data) {
        Deflater deflater = new Deflater();
        deflater.setInput(data);
        deflater.finish();
        byte[] out = new byte[data.length + 100];
        int size = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, size);
    }

    /** A lossless WebP in the extended form, with a profile and EXIF where they are not empty. */
    static byte[] webpWith(byte[] webp, int width, int height, byte[] profile, byte[] exif) {
        ByteBuffer head = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
        head.putInt((profile.length > 0 ? 0x20 : 0) | (exif.length > 0 ? 0x08 : 0));
        head.putShort((short) (width - 1)).put((byte) 0).putShort((short) (height - 1));
        byte[] picture = Arrays.copyOfRange(webp, 12, webp.length);
        byte[] body =
                concat(ascii("WEBP"), riff("VP8X", head.array()), riff("ICCP", profile), picture, riff("EXIF", exif));
        return riff("RIFF", body);
    }

    private static byte[] riff(String type, byte[] data) {
        if (data.length == 0) {
            return data;
        }
        ByteBuffer head = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).put(ascii(type));
        head.putInt(data.length);
        return concat(head.array(), data, new byte[data.length & 1]);
    }
}
