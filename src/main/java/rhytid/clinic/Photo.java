package rhytid.clinic;

import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A photo of a visit.
 *
 * @param objects where its bytes are
 * @param width of the upright photo, in pixels
 * @param capturedAt local time of the camera, where the file said
 * @param replacedAt since when another one is shown in its place
 * @param check whether it can be measured
 */
public record Photo(
        String id,
        String visitId,
        String patientId,
        String expression,
        PhotoObjects objects,
        int width,
        int height,
        String format,
        @Nullable LocalDateTime capturedAt,
        Instant uploadedAt,
        String uploadedBy,
        @Nullable Instant replacedAt,
        PhotoCheck check) {

    /** The ids of the stored objects of a photo. */
    public record PhotoObjects(String original, String full, String preview, String thumbnail) {}

    Photo checked(PhotoCheck word) {
        return new Photo(
                id,
                visitId,
                patientId,
                expression,
                objects,
                width,
                height,
                format,
                capturedAt,
                uploadedAt,
                uploadedBy,
                replacedAt,
                word);
    }
}
