package rhytid.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import rhytid.fault.Busy;

/**
 * The memory for bodies that are being received: photos are held whole, so many phones at once are told to come back
 * rather than let fill the heap.
 */
final class BodyRoom {

    private static final long MB = 1 << 20;

    /** Smaller ones are no matter. */
    private static final int LEAST_MB = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final int roomMb;
    private final Duration patience;
    private final Semaphore free;

    /**
     * @param roomMb for all bodies together
     * @param patience how long one waits for room
     */
    BodyRoom(int roomMb, Duration patience) {
        this.roomMb = roomMb;
        this.patience = patience;
        this.free = new Semaphore(roomMb, true);
    }

    /** A third of the heap: a photo is there as a body, and once more as what is made of it. */
    static BodyRoom ofThisMachine() {
        return new BodyRoom((int) Math.clamp(Runtime.getRuntime().maxMemory() / 3 / MB, 64, 1 << 20), PATIENCE);
    }

    /** Room that is given back by closing it. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /** None is needed. */
    static final Place NONE = () -> {};

    /** @throws Busy where there is none */
    Place take(Context context) {
        boolean chunked = context.header("Transfer-Encoding") != null;
        return take(context.req().getContentLengthLong(), chunked);
    }

    /**
     * @param length in bytes, below 0 where it is not said
     * @param chunked true for a body of a length that nobody knows yet
     */
    Place take(long length, boolean chunked) {
        long bytes = length < 0 && chunked ? Exchange.LARGEST_PHOTO : length;
        int wanted =
                (int) Math.min(Math.max(bytes, 0) / MB + 1, roomMb); // what is too long is turned away when it is read
        if (wanted < LEAST_MB) {
            return NONE;
        }
        try {
            if (!free.tryAcquire(wanted, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Busy("Many photos are being received. Try again in a moment.", Duration.ofSeconds(5));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy("The service stops.", Duration.ofSeconds(5));
        }
        return () -> free.release(wanted);
    }
}
