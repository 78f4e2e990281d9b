package rhytid.clinic;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Does not wait for ever for native code that hangs: it cannot be interrupted, but its caller goes on without it. */
public final class TimeLimit {

    private TimeLimit() {}

    /** @throws TimeoutException when it takes longer; the work then goes on by itself, interrupted */
    public static <T> T within(Duration limit, Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = Thread.ofPlatform().daemon().name("photo-work").start(task);
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        } catch (TimeoutException e) {
            throw new TimeoutException("it took longer than " + limit.toSeconds() + " s");
        } finally {
            thread.interrupt();
        }
    }
}
