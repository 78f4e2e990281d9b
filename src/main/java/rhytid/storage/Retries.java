package rhytid.storage;

import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.errors.ServerException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Asks an S3 server again when the fault may pass: no connection, a broken answer, a 5xx, or "slow down". Waits twice
 * as long each time, and a random part of it, so that many clients do not come back together.
 *
 * @param attempts how often to ask in all
 * @param firstWait before the second attempt
 */
record Retries(int attempts, Duration firstWait) {

    /** Rides out a restart of the server (about 3 s) and still answers the user before a browser gives up. */
    static final Retries USUAL = new Retries(6, Duration.ofMillis(100));

    interface Call<T> {
        T run() throws MinioException;
    }

    <T> T run(String what, Call<T> call) {
        for (int attempt = 1; ; attempt++) {
            try {
                return answer(call);
            } catch (MinioException e) {
                if (attempt == attempts || !mayPass(e)) {
                    throw new StoreUnavailable("the object store failed to " + what + ": " + reason(e), e);
                }
                pause(attempt);
            }
        }
    }

    /** The client hands a lost connection on as an IllegalStateException: here it is a fault like the others. */
    static <T> T answer(Call<T> call) throws MinioException {
        try {
            return call.run();
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof IOException lost) {
                throw new MinioException(lost);
            }
            throw e;
        }
    }

    private void pause(int attempt) {
        long most = firstWait.toMillis() << (attempt - 1);
        try {
            Thread.sleep(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted while waiting for the object store", e);
        }
    }

    private static boolean mayPass(MinioException e) {
        if (e instanceof ErrorResponseException answer) {
            int status = answer.response().code();
            return status >= 500 || status == 429 || status == 408;
        }
        return e instanceof ServerException || e.getCause() instanceof IOException;
    }

    private static String reason(MinioException e) {
        if (e instanceof ErrorResponseException answer) {
            return answer.errorResponse().code() + " (" + answer.errorResponse().message() + ")";
        }
        Throwable cause = e.getCause();
        return cause == null ? String.valueOf(e.getMessage()) : String.valueOf(cause.getMessage());
    }
}
