package rhytid.comparison;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Whose turn it is at the work that takes most memory. One pair keeps two cores busy; more pairs beside each other than
 * that are done no sooner, and hold a hundred megabytes each.
 */
public final class Turn {

    private static final int CORES_OF_A_PAIR = 2;

    /** One that hangs must not hold up all others. */
    private static final long LONGEST_WAIT_S = 10;

    private static final Semaphore PLACES =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / CORES_OF_A_PAIR), true);

    private Turn() {}

    /** Does the work when there is a place, or after a while all the same; work must not wait for other work's turn. */
    public static <T> T take(Supplier<T> work) {
        boolean placed = false;
        try {
            placed = PLACES.tryAcquire(LONGEST_WAIT_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            return work.get();
        } finally {
            if (placed) {
                PLACES.release();
            }
        }
    }
}
