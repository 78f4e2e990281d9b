package rhytid.decoder;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.bytedeco.opencv.opencv_core.Mat;
import rhytid.photo.PhotoLimits;

/**
 * Memory that the service and one decoder share, for a photo's pixels: through a socket they would take 30 to 50 ms of
 * 36 MB. The file behind it is as long as the largest photo and holds no more than what was written.
 */
final class SharedPixels implements AutoCloseable {

    private static final long LONGEST = 3 * PhotoLimits.STANDARD.maxPixels();
    private static final Path MEMORY = Path.of("/dev/shm");

    private final Arena arena = Arena.ofShared();
    private final MemorySegment memory;

    private SharedPixels(Path file, MapMode mode, StandardOpenOption... options) throws IOException {
        try (FileChannel channel = FileChannel.open(file, options)) {
            memory = channel.map(mode, 0, LONGEST, arena);
        }
    }

    /** A folder of this user's alone, in memory where the system has room there. */
    static Path folder() throws IOException {
        if (Files.isDirectory(MEMORY) && Files.isWritable(MEMORY)) {
            FileStore store = Files.getFileStore(MEMORY);
            if (store.getUsableSpace() > 4 * LONGEST) {
                return Files.createTempDirectory(MEMORY, "rhytid-decoder");
            }
        }
        return Files.createTempDirectory("rhytid-decoder");
    }

    /** The service's side, which makes the file. */
    static SharedPixels create(Path file) throws IOException {
        try (RandomAccessFile empty = new RandomAccessFile(file.toFile(), "rw")) {
            empty.setLength(LONGEST);
        }
        return new SharedPixels(file, MapMode.READ_ONLY, StandardOpenOption.READ);
    }

    /** The decoder's side. */
    static SharedPixels open(Path file) throws IOException {
        return new SharedPixels(file, MapMode.READ_WRITE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Writes a photo's pixels. */
    void put(Mat pixels) {
        MemorySegment.copy(segment(pixels), 0, memory, 0, bytes(pixels));
    }

    /** Fills a photo of the size that was said. */
    void get(Mat pixels) {
        MemorySegment.copy(memory, 0, segment(pixels), 0, bytes(pixels));
    }

    private static long bytes(Mat pixels) {
        if (!pixels.isContinuous()) {
            throw new IllegalArgumentException("rows with gaps between them: " + pixels);
        }
        return pixels.total() * pixels.elemSize();
    }

    @SuppressWarnings("restricted") // OpenCV's memory, whose size OpenCV knows
    private static MemorySegment segment(Mat pixels) {
        return MemorySegment.ofAddress(pixels.data().address()).reinterpret(bytes(pixels));
    }

    @Override
    public void close() {
        arena.close();
    }
}
