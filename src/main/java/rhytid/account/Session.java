package rhytid.account;

import java.time.Instant;

/**
 * A session that was just begun.
 *
 * @param token the secret; nothing but its hash is kept
 */
public record Session(String token, Instant expiresAt) {}
