package rhytid.database;

import java.time.Clock;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * Ids that sort by the time they were made, so that new rows lie together in the index and a page needs no other order:
 * 48 bits of milliseconds and 80 random ones, in Crockford's base 32.
 */
public final class TimeOrderedIds implements Ids {

    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int TIME_DIGITS = 10;
    private static final int RANDOM_DIGITS = 16;

    private final Clock clock;
    private final RandomGenerator random;

    public TimeOrderedIds(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public String next() {
        StringBuilder id = new StringBuilder(TIME_DIGITS + RANDOM_DIGITS).append(time(clock.millis()));
        for (int i = 0; i < RANDOM_DIGITS; i++) {
            id.append(DIGITS.charAt(random.nextInt(32)));
        }
        return id.toString();
    }

    /** The least of all ids that are made at this time; of times before 1970 the least of all. */
    public static String least(Instant time) {
        return time(Math.max(0, time.toEpochMilli())) + "0".repeat(RANDOM_DIGITS);
    }

    private static String time(long millis) {
        StringBuilder digits = new StringBuilder(TIME_DIGITS);
        for (int shift = 5 * (TIME_DIGITS - 1); shift >= 0; shift -= 5) {
            digits.append(DIGITS.charAt((int) (millis >>> shift) & 31));
        }
        return digits.toString();
    }
}
