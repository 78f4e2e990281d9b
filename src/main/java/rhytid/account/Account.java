package rhytid.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person who can sign in.
 *
 * @param patientId the patient whose own account this is; null for staff
 * @param version counts the changes
 */
public record Account(
        String id,
        String email,
        @Nullable String name,
        Role role,
        @Nullable String patientId,
        boolean active,
        long version,
        Instant createdAt) {

    public Account {
        if ((role == Role.PATIENT) != (patientId != null)) {
            throw new IllegalArgumentException("a patient's account names its patient, and no other does");
        }
    }
}
