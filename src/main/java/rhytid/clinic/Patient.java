package rhytid.clinic;

import java.time.Instant;

/**
 * A person whose face is followed.
 *
 * @param version counts the changes
 */
public record Patient(String id, PatientDetails details, long version, Instant createdAt, Instant changedAt) {}
