package rhytid.clinic;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rhytid.database.Transactions;
import rhytid.storage.PhotoStore;
import rhytid.storage.Shelf;

/** How much is held, and where. The database notes each change of it in the change's own transaction. */
public final class Holdings {

    private final Transactions transactions;
    private final PhotoStore store;
    private final Clock clock;

    public Holdings(Transactions transactions, PhotoStore store, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Objects of one shelf.
     *
     * @param bytes of all of them
     * @param waiting objects that are being put, or wait to be deleted
     */
    public record ShelfState(String shelf, long objects, long bytes, long waiting) {}

    /**
     * The whole of it.
     *
     * @param kind of the photo store, {@code files} or {@code s3}
     * @param reachable true when the store answers now
     * @param freeBytes that the store can still take; null where it cannot know
     * @param countedAt when all else was counted
     */
    public record State(
            String kind,
            boolean reachable,
            @Nullable Long freeBytes,
            List<ShelfState> shelves,
            long databaseBytes,
            long patients,
            long visits,
            long photos,
            long comparisons,
            Instant countedAt) {}

    private record Held(long number, long bytes) {
        private static final Held NONE = new Held(0, 0);
    }

    public State state() {
        OptionalLong free = store.freeBytes();
        boolean reachable = store.reachable();
        return transactions.in(handle -> {
            Map<String, Held> held = held(handle);
            return new State(
                    store.kind(),
                    reachable,
                    free.isPresent() ? (Long) free.getAsLong() : null,
                    Stream.of(Shelf.values())
                            .map(shelf -> shelf(shelf.key(), held))
                            .filter(shelf -> shelf.objects() + shelf.waiting() > 0)
                            .toList(),
                    databaseBytes(handle),
                    of(held, "patient").number(),
                    of(held, "visit").number(),
                    of(held, "photo").number(),
                    of(held, "comparison").number(),
                    clock.instant());
        });
    }

    /** Adds the changes up, so that there are few rows to add when somebody asks. */
    public void addUp() {
        transactions.run(handle -> handle.execute("""
                with changes as (delete from held returning *)
                insert into held select what, sum(number), sum(bytes) from changes group by what"""));
    }

    private static ShelfState shelf(String key, Map<String, Held> held) {
        Held live = of(held, key);
        return new ShelfState(
                key, live.number(), live.bytes(), of(held, key + " waiting").number());
    }

    private static Held of(Map<String, Held> held, String what) {
        return held.getOrDefault(what, Held.NONE);
    }

    private static Map<String, Held> held(Handle handle) {
        Map<String, Held> held = new HashMap<>();
        handle.createQuery("select what, sum(number) as number, sum(bytes) as bytes from held group by what")
                .map((row, context) ->
                        held.put(row.getString("what"), new Held(row.getLong("number"), row.getLong("bytes"))))
                .list();
        return held;
    }

    private static long databaseBytes(Handle handle) {
        return handle.createQuery("select pg_database_size(current_database())")
                .mapTo(Long.class)
                .one();
    }
}
