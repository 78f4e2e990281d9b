package rhytid.web;

import java.time.Duration;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * How the HTTP interface is offered.
 *
 * @param host address to listen on
 * @param port 0 takes a free one
 * @param publicUrl how people reach it, for the links that are handed out; without a slash at its end
 * @param behindProxy true to take the caller's address from X-Forwarded-For's last entry, which the proxy wrote
 * @param requestsPerMinute that one address may make
 * @param requestTime after which a connection without traffic is closed
 * @param retention after which patients are erased about whom nothing was recorded; null keeps them
 */
public record WebSettings(
        String host,
        int port,
        String publicUrl,
        boolean behindProxy,
        int requestsPerMinute,
        Duration requestTime,
        @Nullable Period retention) {

    /** Cookies are marked Secure, and browsers told to stay with HTTPS. */
    boolean https() {
        return publicUrl.startsWith("https:");
    }
}
