package rhytid.clinic;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The injector's word on a comparison.
 *
 * @param decision {@code accept}, {@code touch-up} or {@code retake}
 * @param correctedLandmarks where the injector put points that sat wrong
 */
public record Review(
        @Nullable String notes,
        @Nullable String decision,
        @Nullable JsonNode correctedLandmarks,
        Instant reviewedAt,
        String reviewedBy) {}
