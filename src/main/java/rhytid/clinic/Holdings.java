package rhytid.clinic;

import java.util.List;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rhytid.database.Transactions;
import rhytid.storage.PhotoStore;

/** How much is held, and where. */
public final class Holdings {

    private final Transactions transactions;
    private final PhotoStore store;

    public Holdings(Transactions transactions, PhotoStore store) {
        this.transactions = transactions;
        this.store = store;
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
            long comparisons) {}

    public State state() {
        OptionalLong free = store.freeBytes();
        return transactions.in(handle -> new State(
                store.kind(),
                store.reachable(),
                free.isPresent() ? free.getAsLong() : null,
                shelves(handle),
                number(handle, "select pg_database_size(current_database())"),
                number(handle, "select count(*) from patient"),
                number(handle, "select count(*) from visit"),
                number(handle, "select count(*) from photo"),
                number(handle, "select count(*) from comparison")));
    }

    private static List<ShelfState> shelves(Handle handle) {
        return handle.createQuery("""
                        select shelf, count(*) filter (where state = 'live') as objects,
                               coalesce(sum(size) filter (where state = 'live'), 0) as bytes,
                               count(*) filter (where state <> 'live') as waiting
                        from stored_object group by shelf order by shelf""")
                .map((row, context) -> new ShelfState(
                        row.getString("shelf"), row.getLong("objects"), row.getLong("bytes"), row.getLong("waiting")))
                .list();
    }

    private static long number(Handle handle, String query) {
        return handle.createQuery(query).mapTo(Long.class).one();
    }
}
