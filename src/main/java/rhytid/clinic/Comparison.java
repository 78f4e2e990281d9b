package rhytid.clinic;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Two visits of a patient, compared or to be compared.
 *
 * @param progress 0 to 1
 * @param result comparison.json, once there is one; it stays while the pair is measured anew
 * @param firstResult the one before landmarks were put right, where they were
 * @param failure why there is none, or none with the landmarks last put right
 * @param images names of its pictures
 * @param sharedAt since when the patient sees it
 * @param version counts the changes
 */
public record Comparison(
        String id,
        String patientId,
        String baselineVisit,
        String followUpVisit,
        Status status,
        double progress,
        @Nullable JsonNode result,
        @Nullable JsonNode firstResult,
        @Nullable String failure,
        List<String> images,
        @Nullable Review review,
        @Nullable Instant sharedAt,
        long version,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    /** Where it stands. */
    public enum Status {
        QUEUED,
        RUNNING,
        /** Compared. */
        DONE,
        /** The photos cannot be compared; the result says why. */
        REFUSED,
        /** A fault of ours. */
        FAILED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean isEnd() {
            return this == DONE || this == REFUSED || this == FAILED;
        }

        static Status of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }
}
