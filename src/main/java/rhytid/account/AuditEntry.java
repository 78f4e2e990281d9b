package rhytid.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody did, or was kept from doing. Ids only: an entry outlives the data it speaks of.
 *
 * @param outcome {@code allowed} or {@code denied}
 */
public record AuditEntry(
        String id,
        Instant at,
        String actor,
        String role,
        String action,
        String outcome,
        @Nullable String patientId,
        @Nullable String subject,
        @Nullable String requestId) {}
