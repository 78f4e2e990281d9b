package rhytid.photo;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a photo's file said about itself. None of it leaves the program with a picture.
 *
 * @param name how the photo is called in messages: its file's name
 * @param format {@code jpeg}, {@code png}, {@code webp}, {@code tiff}, {@code heic} or {@code avif}
 * @param capturedAt local time of the camera, where the file says
 * @param camera maker and model, where the file says
 * @param focalLength35mm focal length as on a 35 mm camera, in mm, where the file says or it can be derived; of the
 *     frame as taken, so it is wrong for a photo that was cropped afterwards
 * @param warnings what makes the photo's colours less certain
 */
public record PhotoInfo(
        String name,
        String format,
        @Nullable LocalDateTime capturedAt,
        @Nullable String camera,
        @Nullable Double focalLength35mm,
        List<Refusal> warnings) {

    public PhotoInfo {
        warnings = List.copyOf(warnings);
    }

    public PhotoInfo(
            String name,
            String format,
            @Nullable LocalDateTime capturedAt,
            @Nullable String camera,
            @Nullable Double focalLength35mm) {
        this(name, format, capturedAt, camera, focalLength35mm, List.of());
    }
}
