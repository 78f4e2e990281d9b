package rhytid.web;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** So many requests a minute from one address, on one node; more are answered 429. */
final class RateLimit {

    private static final int ADDRESSES_KEPT = 10_000;

    private final int perMinute;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > ADDRESSES_KEPT;
        }
    };

    RateLimit(int perMinute) {
        this.perMinute = perMinute;
    }

    void take(String address) {
        ConsumptionProbe probe = bucket(address).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
            throw new Problem(429, "too-many-requests", "Too many requests. Slow down.", Problem.retryAfter(seconds));
        }
    }

    private synchronized Bucket bucket(String address) {
        return buckets.computeIfAbsent(
                address,
                key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                        .build());
    }
}
