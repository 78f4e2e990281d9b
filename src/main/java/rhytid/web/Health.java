package rhytid.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Alive means that the process answers; ready means that it can do its work now. */
public final class Health {

    /** What takes longer to say that it is there is not; and whoever asks does not wait longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final BooleanSupplier database;
    private final BooleanSupplier store;
    private volatile boolean stopping;

    public Health(BooleanSupplier database, BooleanSupplier store) {
        this.database = database;
        this.store = store;
    }

    void stopping() {
        stopping = true;
    }

    void live(Context context) {
        context.header("Cache-Control", "no-store")
                .contentType("application/json")
                .result(Json.text(Map.of("status", "up")));
    }

    void ready(Context context) {
        Map<String, String> parts = parts();
        boolean ready = parts.values().stream().allMatch("up"::equals);
        context.header("Cache-Control", "no-store").status(ready ? 200 : 503);
        if (!ready) {
            context.header("Retry-After", "5");
        }
        context.contentType("application/json")
                .result(Json.text(Map.of("status", ready ? "up" : "down", "parts", parts)));
    }

    private Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("accepting", stopping ? "down" : "up");
        CompletableFuture<Boolean> rows = asked(database);
        CompletableFuture<Boolean> objects = asked(store);
        parts.put("database", rows.join() ? "up" : "down");
        parts.put("photos", objects.join() ? "up" : "down");
        return parts;
    }

    private static CompletableFuture<Boolean> asked(BooleanSupplier part) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> answer.complete(part.getAsBoolean()));
        return answer.completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
