package rhytid.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session as its owner sees it.
 *
 * @param id tells it from the others, and opens nothing
 * @param device null where it was not known
 * @param address where it was begun; null where it was not known
 * @param seenAt last used, within a minute
 * @param current true for the one that asks
 */
public record OpenSession(
        String id,
        @Nullable String device,
        @Nullable String address,
        Instant beganAt,
        Instant seenAt,
        Instant expiresAt,
        boolean current) {}
