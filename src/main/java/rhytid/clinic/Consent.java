package rhytid.clinic;

import java.time.Instant;

/**
 * What a patient agreed to, or no longer does.
 *
 * @param purpose such as {@code photos}, {@code sharing}, {@code teaching} or {@code research}
 */
public record Consent(String purpose, boolean granted, Instant at, String recordedBy) {}
