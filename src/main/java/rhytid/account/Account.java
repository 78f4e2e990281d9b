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

    /** What colleagues see: the name, or the e-mail address where there is none. */
    public String shownName() {
        return name == null ? email : name;
    }

    public Account {
        if ((role == Role.PATIENT) != (patientId != null)) {
            throw new IllegalArgumentException("a patient's account names its patient, and no other does");
        }
    }
}
