package rhytid.fault;

import java.time.Duration;

/** There is no room for more at the moment. */
public final class Busy extends RuntimeException {

    private final Duration retryAfter;

    public Busy(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
