package rhytid.photo;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Whose turn it is at work that takes much memory: more of it beside each other than there are cores is done no sooner,
 * and holds more. Safe for use by many threads.
 */
public final class Turn {

    private final Semaphore places;
    private final long longestWaitS;

    /**
     * Places for some.
     *
     * @param places how many work at once
     * @param longestWaitS one that hangs must not hold up all others: so long they wait for a place, in seconds
     */
    public Turn(int places, long longestWaitS) {
        this.places = new Semaphore(places, true);
        this.longestWaitS = longestWaitS;
    }

    /**
     * Does the work when there is a place, or after a while all the same; work must not wait for other work of this
     * turn.
     */
    public <T> T take(Supplier<T> work) {
        boolean placed = false;
        try {
            placed = places.tryAcquire(longestWaitS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            return work.get();
        } finally {
            if (placed) {
                places.release();
            }
        }
    }
}
