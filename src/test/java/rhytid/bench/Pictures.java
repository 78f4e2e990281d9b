package rhytid.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import rhytid.photo.Photo;
import rhytid.photo.PhotoInfo;

/** Pictures from disk and memory, as the line takes them. */
final class Pictures {

    private Pictures() {}

    /** The JPEGs of a folder, in order; none if there is no such folder. */
    static List<Path> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".jpg")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Photo read(Path file) {
        Mat pixels = opencv_imgcodecs.imread(file.toString(), opencv_imgcodecs.IMREAD_COLOR);
        if (pixels.empty()) {
            throw new IllegalStateException(file + " cannot be read");
        }
        return of(pixels);
    }

    /** A photo that owns these pixels. */
    static Photo of(Mat pixels) {
        return new Photo(pixels, new PhotoInfo("benchmark", "jpeg", null, null, null));
    }

    /** At most {@code count} of them, evenly spread. */
    static <T> List<T> spread(List<T> all, int count) {
        if (all.size() <= count) {
            return all;
        }
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> all.get((int) ((long) i * all.size() / count)))
                .toList();
    }
}
