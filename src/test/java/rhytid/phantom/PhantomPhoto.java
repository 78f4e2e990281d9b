package rhytid.phantom;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import rhytid.photo.Photo;
import rhytid.photo.PhotoInfo;

/**
 * A phantom's photo and what is known about it. Owns native memory: close it.
 *
 * @param pixels 8 bits, blue, green, red: before JPEG
 * @param jpegQuality of {@link #jpeg}
 */
public record PhantomPhoto(Mat pixels, Truth truth, int jpegQuality) implements AutoCloseable {

    /** The photo as a camera would store it, without metadata. */
    public byte[] jpeg() {
        try (BytePointer buffer = new BytePointer();
                IntPointer options = new IntPointer(opencv_imgcodecs.IMWRITE_JPEG_QUALITY, jpegQuality)) {
            if (!opencv_imgcodecs.imencode(".jpg", pixels, buffer, options)) {
                throw new IllegalStateException("the photo could not be written as JPEG");
            }
            byte[] bytes = new byte[(int) buffer.limit()];
            buffer.get(bytes);
            return bytes;
        }
    }

    /**
     * The photo as the program reads one: of the stored JPEG, so that its artefacts are in it. The caller closes it.
     */
    public Photo photo(String name) {
        byte[] bytes = jpeg();
        try (BytePointer pointer = new BytePointer(bytes);
                Mat buffer = new Mat(1, bytes.length, org.bytedeco.opencv.global.opencv_core.CV_8U, pointer)) {
            Mat decoded = opencv_imgcodecs.imdecode(buffer, opencv_imgcodecs.IMREAD_COLOR);
            return new Photo(decoded, new PhotoInfo(name, "jpeg", null, null, null));
        }
    }

    @Override
    public void close() {
        pixels.close();
    }
}
