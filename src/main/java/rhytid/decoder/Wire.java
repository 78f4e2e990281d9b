package rhytid.decoder;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;
import rhytid.photo.Photo;
import rhytid.photo.PhotoInfo;
import rhytid.photo.PhotoLimits;
import rhytid.photo.Reading;
import rhytid.photo.Refusal;

/**
 * What goes between the service and a decoder: a file's length and bytes one way; the other way a head of known length,
 * when the pixels that it tells of lie in {@link SharedPixels}. The decoder may be under a stranger's control, so
 * nothing that it says is taken without a limit.
 */
final class Wire {

    private static final int LONGEST_HEAD = 1 << 16;
    private static final int MOST_WARNINGS = 100;

    private Wire() {}

    static void sendFile(WritableByteChannel to, byte[] file) throws IOException {
        writeAll(to, ByteBuffer.allocate(4).putInt(file.length).flip());
        writeAll(to, ByteBuffer.wrap(file));
    }

    /** Null where the other side has closed. */
    static byte @Nullable [] receiveFile(ReadableByteChannel from) throws IOException {
        ByteBuffer length = ByteBuffer.allocate(4);
        if (from.read(length) < 0) {
            return null;
        }
        readAll(from, length);
        byte[] file = new byte[length.flip().getInt()];
        readAll(from, ByteBuffer.wrap(file));
        return file;
    }

    static void sendReading(WritableByteChannel to, SharedPixels pixels, Reading reading) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(head);
        switch (reading) {
            case Reading.Refused refused -> {
                out.writeBoolean(false);
                write(out, refused.refusal());
                sendHead(to, head.toByteArray());
            }
            case Reading.Accepted accepted -> {
                try (Photo photo = accepted.photo()) {
                    out.writeBoolean(true);
                    out.writeInt(photo.width());
                    out.writeInt(photo.height());
                    write(out, photo.info());
                    pixels.put(photo.pixels());
                    sendHead(to, head.toByteArray());
                }
            }
        }
    }

    /** @param name how messages call the photo */
    static Reading receiveReading(ReadableByteChannel from, SharedPixels pixels, String name, PhotoLimits limits)
            throws IOException {
        ByteBuffer length = ByteBuffer.allocate(4);
        readAll(from, length);
        int bytes = length.flip().getInt();
        if (bytes < 0 || bytes > LONGEST_HEAD) {
            throw new IOException("a head of " + bytes + " bytes");
        }
        byte[] head = new byte[bytes];
        readAll(from, ByteBuffer.wrap(head));
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(head));
        return in.readBoolean()
                ? new Reading.Accepted(photo(in, pixels, name, limits))
                : new Reading.Refused(readRefusal(in));
    }

    private static Photo photo(DataInputStream in, SharedPixels shared, String name, PhotoLimits limits)
            throws IOException {
        int width = in.readInt();
        int height = in.readInt();
        if (width <= 0 || height <= 0 || (long) width * height > limits.maxPixels()) {
            throw new IOException("a photo of " + width + " by " + height);
        }
        PhotoInfo info = readInfo(in, name);
        Mat pixels = new Mat(height, width, CV_8UC3);
        shared.get(pixels);
        return new Photo(pixels, info);
    }

    private static void write(DataOutputStream out, PhotoInfo info) throws IOException {
        out.writeUTF(info.format());
        writeText(out, info.capturedAt());
        writeText(out, info.camera());
        writeNumber(out, info.focalLength35mm());
        out.writeInt(info.warnings().size());
        for (Refusal warning : info.warnings()) {
            write(out, warning);
        }
    }

    private static PhotoInfo readInfo(DataInputStream in, String name) throws IOException {
        String format = in.readUTF();
        LocalDateTime capturedAt = readTime(in);
        String camera = readText(in);
        Double focalLength = readNumber(in);
        int count = in.readInt();
        if (count < 0 || count > MOST_WARNINGS) {
            throw new IOException(count + " warnings");
        }
        List<Refusal> warnings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            warnings.add(readRefusal(in));
        }
        return new PhotoInfo(name, format, capturedAt, camera, focalLength, warnings);
    }

    private static void write(DataOutputStream out, Refusal refusal) throws IOException {
        out.writeUTF(refusal.code());
        out.writeUTF(refusal.message());
        writeNumber(out, refusal.value());
        writeNumber(out, refusal.limit());
    }

    private static Refusal readRefusal(DataInputStream in) throws IOException {
        return new Refusal(in.readUTF(), in.readUTF(), readNumber(in), readNumber(in));
    }

    private static void writeText(DataOutputStream out, @Nullable Object text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            out.writeUTF(text.toString());
        }
    }

    private static @Nullable String readText(DataInputStream in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }

    private static @Nullable LocalDateTime readTime(DataInputStream in) throws IOException {
        String text = readText(in);
        try {
            return text == null ? null : LocalDateTime.parse(text);
        } catch (DateTimeException e) {
            throw new IOException("no time: " + text, e);
        }
    }

    private static void writeNumber(DataOutputStream out, @Nullable Double number) throws IOException {
        out.writeBoolean(number != null);
        if (number != null) {
            out.writeDouble(number);
        }
    }

    private static @Nullable Double readNumber(DataInputStream in) throws IOException {
        return in.readBoolean() ? (Double) in.readDouble() : null;
    }

    private static void sendHead(WritableByteChannel to, byte[] head) throws IOException {
        writeAll(to, ByteBuffer.allocate(4).putInt(head.length).flip());
        writeAll(to, ByteBuffer.wrap(head));
    }

    private static void writeAll(WritableByteChannel to, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }

    private static void readAll(ReadableByteChannel from, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (from.read(bytes) < 0) {
                throw new EOFException("the other side is gone");
            }
        }
    }
}
