package rhytid.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the audit log are wanted; null leaves open.
 *
 * @param since included
 * @param until excluded
 */
public record AuditFilter(
        @Nullable String patientId,
        @Nullable String actor,
        @Nullable String role,
        @Nullable String action,
        @Nullable String outcome,
        @Nullable Instant since,
        @Nullable Instant until) {}
