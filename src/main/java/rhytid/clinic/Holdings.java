package rhytid.clinic;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rhytid.database.Transactions;
import rhytid.storage.PhotoStore;

/**
 * How much is held, and where. Counting reads whole tables: where that takes time, it is done beside the requests, and
 * so seldom that a twentieth of the time goes into it.
 */
public final class Holdings {

    private static final Logger LOG = LoggerFactory.getLogger(Holdings.class);
    private static final Duration QUICK = Duration.ofMillis(10);
    private static final int SELDOM = 20;

    private final Transactions transactions;
    private final PhotoStore store;
    private final Clock clock;
    private final AtomicBoolean counting = new AtomicBoolean();
    private volatile @Nullable Counted last;

    public Holdings(Transactions transactions, PhotoStore store, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
    }

    /** What was counted at a time, and how long that took. */
    private record Counted(State state, Instant at, Duration took) {}

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
            Instant countedAt) {

        private State with(boolean nowReachable, OptionalLong free) {
            return new State(
                    kind,
                    nowReachable,
                    free.isPresent() ? (Long) free.getAsLong() : null,
                    shelves,
                    databaseBytes,
                    patients,
                    visits,
                    photos,
                    comparisons,
                    countedAt);
        }
    }

    public State state() {
        return counted().state().with(store.reachable(), store.freeBytes());
    }

    private Counted counted() {
        Counted known = last;
        if (known == null || known.took().compareTo(QUICK) <= 0) {
            return count();
        }
        boolean old = clock.instant().isAfter(known.at().plus(known.took().multipliedBy(SELDOM)));
        if (old && counting.compareAndSet(false, true)) {
            Thread.ofVirtual().name("counts holdings").start(() -> {
                try {
                    count();
                } catch (RuntimeException e) {
                    LOG.warn("What is held could not be counted: {}", e.getMessage());
                } finally {
                    counting.set(false);
                }
            });
        }
        return known;
    }

    private Counted count() {
        Instant start = clock.instant();
        State state = transactions.in(handle -> new State(
                store.kind(),
                false,
                null,
                shelves(handle),
                number(handle, "select pg_database_size(current_database())"),
                number(handle, "select count(*) from patient"),
                number(handle, "select count(*) from visit"),
                number(handle, "select count(*) from photo"),
                number(handle, "select count(*) from comparison"),
                start));
        Counted counted = new Counted(state, start, Duration.between(start, clock.instant()));
        last = counted;
        return counted;
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
