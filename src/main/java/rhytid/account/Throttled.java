package rhytid.account;

import java.time.Duration;

/** Too many tries; the next one is heard after the wait. */
public final class Throttled extends RuntimeException {

    private final Duration wait;

    public Throttled(Duration wait) {
        super("too many tries");
        this.wait = wait;
    }

    public Duration retryAfter() {
        return wait;
    }
}
