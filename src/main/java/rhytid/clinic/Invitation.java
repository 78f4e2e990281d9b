package rhytid.clinic;

import java.time.Instant;
import java.util.List;
import rhytid.fault.Gone;

/**
 * Leave to upload a visit's photos without signing in.
 *
 * @param expressions the photos asked for
 * @param open false once the photos are in, the visit is closed, or it is withdrawn or over
 */
public record Invitation(
        String id, String patientId, String visitId, List<String> expressions, Instant expiresAt, boolean open) {

    /** @throws Gone where it is spent or over */
    public Invitation requireOpen() {
        if (!open) {
            throw over();
        }
        return this;
    }

    static Gone over() {
        return new Gone("This invitation is spent or over. Ask the clinic for a new one.");
    }
}
