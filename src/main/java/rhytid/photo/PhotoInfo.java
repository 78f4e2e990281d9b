package rhytid.photo;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a photo's file said about itself. None of it leaves the program with a picture.
 *
 * @param name how the photo is called in messages: its file's name
 * @param format {@code jpeg}, {@code png}, {@code webp}, {@code tiff}, {@code heic} or {@code avif}
 * @param capturedAt local time of the camera, where the file says
 * @param camera maker and model, where the file says
 * @param focalLength35mm focal length as on a 35 mm camera, in mm, where the file says or it can be derived
 */
public record PhotoInfo(
        String name,
        String format,
        @Nullable LocalDateTime capturedAt,
        @Nullable String camera,
        @Nullable Double focalLength35mm) {}
