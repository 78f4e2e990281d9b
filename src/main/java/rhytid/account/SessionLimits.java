package rhytid.account;

import java.time.Duration;

/**
 * When sessions end.
 *
 * @param idle after so long without a request
 * @param whole after so long in any case
 */
public record SessionLimits(Duration idle, Duration whole) {

    /** A working day, and a long break within it. */
    public static final SessionLimits USUAL = new SessionLimits(Duration.ofHours(2), Duration.ofHours(12));
}
