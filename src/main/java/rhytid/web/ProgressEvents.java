package rhytid.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import rhytid.clinic.Comparison;
import rhytid.clinic.Comparisons;
import rhytid.fault.Busy;

/**
 * Server-sent events about one comparison: {@code progress} with status and progress whenever they change, until it
 * ends. Read from the database, so that it does not matter which node works.
 */
final class ProgressEvents {

    private static final Duration LOOK_EVERY = Duration.ofMillis(300);
    private static final Duration SIGN_OF_LIFE_EVERY = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int WATCHERS = 100;

    private final Comparisons comparisons;
    private final Semaphore places = new Semaphore(WATCHERS);
    private volatile boolean stopping;

    ProgressEvents(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    record Progress(String id, String status, double progress) {}

    Answer of(String comparisonId) {
        if (!places.tryAcquire()) {
            throw new Busy("Too many are watching. Ask for the comparison itself instead.", Duration.ofSeconds(5));
        }
        return new Answer.Stream("text/event-stream", Map.of("X-Accel-Buffering", "no"), out -> {
            try {
                watch(comparisonId, out);
            } finally {
                places.release();
            }
        });
    }

    /** Ends all streams; browsers come back by themselves, to another node. */
    void stop() {
        stopping = true;
    }

    private void watch(String id, OutputStream out) throws IOException {
        long end = System.nanoTime() + LONGEST.toNanos();
        long lastSign = System.nanoTime();
        String last = "";
        while (System.nanoTime() < end && !stopping) {
            Optional<Comparison> comparison = comparisons.find(id);
            if (comparison.isEmpty()) {
                return;
            }
            Comparison now = comparison.get();
            String data = Json.text(new Progress(id, now.status().key(), now.progress()));
            if (!data.equals(last)) {
                send(out, "event: progress\nid: " + now.version() + "\ndata: " + data + "\n\n");
                last = data;
                lastSign = System.nanoTime();
            } else if (System.nanoTime() - lastSign > SIGN_OF_LIFE_EVERY.toNanos()) {
                send(out, ":\n\n");
                lastSign = System.nanoTime();
            }
            if (now.status().isEnd()) {
                return;
            }
            pause();
        }
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void pause() {
        try {
            Thread.sleep(LOOK_EVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}
