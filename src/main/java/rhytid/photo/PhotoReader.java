package rhytid.photo;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/** From a file's bytes to a {@link Photo}, or to the reason why it is none. Safe for use by many threads. */
public final class PhotoReader {

    private final PhotoLimits limits;

    public PhotoReader() {
        this(PhotoLimits.STANDARD);
    }

    public PhotoReader(PhotoLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads a file. Its size is checked before its content is loaded.
     *
     * @throws IOException when the file is missing or cannot be read from the disk; what it holds never throws
     */
    public Reading read(Path file) throws IOException {
        String name = file.getFileName() == null
                ? file.toString()
                : file.getFileName().toString();
        long size = Files.size(file);
        return size > limits.maxFileBytes()
                ? new Reading.Refused(tooLarge(size))
                : read(name, Files.readAllBytes(file));
    }

    /**
     * Reads a photo. Its bytes decide what it is, not its name.
     *
     * @param name how messages call it
     */
    public Reading read(String name, byte[] bytes) {
        if (bytes.length == 0) {
            return new Reading.Refused(new Refusal("not-a-photo", "The file is empty. Send the photo again."));
        }
        if (bytes.length > limits.maxFileBytes()) {
            return new Reading.Refused(tooLarge(bytes.length));
        }
        try (BytePointer pointer = new BytePointer(bytes);
                Mat encoded = new Mat(1, bytes.length, org.bytedeco.opencv.global.opencv_core.CV_8UC1, pointer)) {
            Mat pixels = imdecode(encoded, IMREAD_COLOR | IMREAD_IGNORE_ORIENTATION);
            if (pixels.empty()) {
                pixels.close();
                return new Reading.Refused(
                        new Refusal("not-a-photo", "This is not a photo that can be read. Send a JPEG or PNG."));
            }
            String format = bytes[0] == (byte) 0x89 ? "png" : "jpeg";
            return new Reading.Accepted(new Photo(pixels, new PhotoInfo(name, format, null, null, null)));
        }
    }

    private Refusal tooLarge(long bytes) {
        return new Refusal(
                "too-large",
                "The file is larger than %d MB. Send the photo as the camera made it, or export it as JPEG."
                        .formatted(limits.maxFileBytes() / 1_000_000),
                (double) bytes,
                (double) limits.maxFileBytes());
    }
}
