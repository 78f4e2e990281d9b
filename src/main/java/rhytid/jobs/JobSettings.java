package rhytid.jobs;

import java.time.Duration;

/**
 * How the queue is worked on.
 *
 * @param workers comparisons that one node works on at once; each takes its memory
 * @param longestLine comparisons that may wait or be worked on in all; more are turned away
 * @param attempts how often one is begun before it is given up
 * @param timeLimit for one attempt
 * @param firstPause before the second attempt; before each that follows it is doubled
 * @param heartbeat how often a node says that it lives; after four that are missing, another takes its work over
 * @param stopWithin how long a node that stops waits for what it works on, before it gives it back to the line
 */
public record JobSettings(
        int workers,
        int longestLine,
        int attempts,
        Duration timeLimit,
        Duration firstPause,
        Duration heartbeat,
        Duration stopWithin) {

    /** A pair takes seconds: two minutes mean that it hangs. A node that died is noticed within 20 s. */
    public static final JobSettings USUAL = new JobSettings(
            2, 1000, 5, Duration.ofMinutes(2), Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30));

    public JobSettings {
        if (workers < 1 || longestLine < 1 || attempts < 1) {
            throw new IllegalArgumentException("a queue has room, a worker and an attempt");
        }
    }

    public JobSettings with(int otherWorkers, int otherLongestLine) {
        return new JobSettings(otherWorkers, otherLongestLine, attempts, timeLimit, firstPause, heartbeat, stopWithin);
    }
}
