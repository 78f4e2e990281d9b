package rhytid.photo;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Whose turn it is at work that takes much memory: more of it beside each other than there are cores is done no sooner,
 * and holds more. Safe for use by many threads.
 */
public final class Turn {

    /** One that hangs must not hold up all others. */
    private static final long LONGEST_WAIT_S = 10;

    private final Semaphore places;

    /** @param places how many work at once */
    public Turn(int places) {
        this.places = new Semaphore(places, true);
    }

    /**
     * Does the work when there is a place, or after a while all the same; work must not wait for other work of this
     * turn.
     */
    public <T> T take(Supplier<T> work) {
        boolean placed = false;
        try {
            placed = places.tryAcquire(LONGEST_WAIT_S, TimeUnit.SECONDS);
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
