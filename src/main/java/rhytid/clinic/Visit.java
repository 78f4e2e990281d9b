package rhytid.clinic;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day on which photos are taken.
 *
 * @param expressions which photos are asked for, by their keys
 * @param closedAt since when nothing more is expected
 */
public record Visit(
        String id,
        String patientId,
        LocalDate date,
        List<String> expressions,
        @Nullable String note,
        @Nullable Instant closedAt,
        Instant createdAt,
        String createdBy) {}
