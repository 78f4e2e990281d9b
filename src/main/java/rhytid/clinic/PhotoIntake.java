package rhytid.clinic;

import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes of what was uploaded what is served (upright, sRGB, without metadata, in three sizes), and judges it. */
public interface PhotoIntake {

    /** Longer side of the thumbnail, in pixels. */
    int THUMBNAIL_PX = 320;
    /** Longer side of the preview, in pixels. */
    int PREVIEW_PX = 1600;

    Intake take(byte[] content);

    /**
     * Looks whether the photo can be measured.
     *
     * @param content as it was taken
     * @param asked what the face was asked to do
     */
    PhotoCheck check(byte[] content, PhotoAsked asked);

    /** Where the largest face lies; empty where there is none. */
    Optional<FaceOutline> outline(byte[] content);

    /** Ends what it runs, if anything. */
    default void close() {}

    /** What came of it. */
    sealed interface Intake {

        /**
         * It is a photo.
         *
         * @param width of the full size, in pixels
         * @param format of what was uploaded, such as {@code jpeg}
         * @param full JPEG, and so are the others
         * @param capturedAt local time of the camera, where the file says
         */
        record Taken(
                int width,
                int height,
                String format,
                @Nullable LocalDateTime capturedAt,
                byte[] full,
                byte[] preview,
                byte[] thumbnail)
                implements Intake {}

        /** It is none that is taken here. */
        record NotTaken(String code, String message) implements Intake {}
    }
}
