package rhytid.clinic;

import java.time.Instant;
import java.util.List;

/**
 * Leave to upload a visit's photos without signing in.
 *
 * @param expressions the photos asked for
 * @param open false once the photos are in, the visit is closed, or it is withdrawn or over
 */
public record Invitation(
        String id, String patientId, String visitId, List<String> expressions, Instant expiresAt, boolean open) {}
