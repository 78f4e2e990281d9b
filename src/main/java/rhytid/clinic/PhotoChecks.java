package rhytid.clinic;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rhytid.clinic.PhotoCheck.Verdict;
import rhytid.database.Transactions;

/**
 * Has photos looked at once they are kept: whatever goes wrong in looking, a fault of native code included, the photo
 * is there and counts as not checked. Putting the same photo again has it looked at again.
 */
final class PhotoChecks {

    /** Each takes the memory of a decoded photo and of the networks, and a core for half a second. */
    private static final int AT_ONCE = 2;

    /** Whoever uploads waits no longer for a word on their photo, a place in the line included. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(PhotoChecks.class);

    private final Transactions transactions;
    private final PhotoIntake intake;
    private final Duration patience;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    PhotoChecks(Transactions transactions, PhotoIntake intake, Duration patience) {
        this.transactions = transactions;
        this.intake = intake;
        this.patience = patience;
    }

    /** The photo with what the gate says of it, kept; as it was where that could not be found out. */
    Photo checked(Photo photo, Supplier<PhotoAsked> asked, byte[] original) {
        PhotoCheck check = look(photo.id(), asked, original);
        if (check.verdict() == Verdict.NOT_CHECKED) {
            return photo;
        }
        try {
            transactions.run(handle -> PhotoRows.keepCheck(handle, photo.id(), check));
        } catch (RuntimeException e) { // the photo is kept: that is what is acknowledged
            LOG.warn("What was said of photo {} was not kept: {}", photo.id(), e.toString());
        }
        return photo.checked(check);
    }

    /**
     * What the gate says.
     *
     * @param name of the photo, for the log
     * @param asked is found out here, where a fault in that is one in looking
     */
    PhotoCheck look(String name, Supplier<PhotoAsked> asked, byte[] original) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            PhotoAsked found = asked.get();
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TimeoutException("no place became free");
            }
            Duration left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
            return TimeLimit.within(left, () -> looked(found, original));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("Photo {} was not checked: {}", name, e.toString());
        }
        return PhotoCheck.NOT_CHECKED;
    }

    /** Gives the place back itself: a look that hangs keeps it, or there would be ever more of them. */
    private PhotoCheck looked(PhotoAsked asked, byte[] original) {
        try {
            return intake.check(original, asked);
        } finally {
            places.release();
        }
    }
}
