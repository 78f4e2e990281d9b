package rhytid.clinic;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The injector's word on a comparison.
 *
 * @param decision one of {@link #DECISIONS}
 * @param correctedLandmarks where the injector put points that sat wrong
 */
public record Review(
        @Nullable String notes,
        @Nullable String decision,
        @Nullable JsonNode correctedLandmarks,
        Instant reviewedAt,
        String reviewedBy) {

    /** In the order in which they are offered. */
    public static final List<String> DECISIONS = List.of("accept", "touch-up", "retake");
}
