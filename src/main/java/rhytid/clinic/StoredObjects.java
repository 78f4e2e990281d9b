package rhytid.clinic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rhytid.database.Ids;
import rhytid.database.Transactions;
import rhytid.storage.Digest;
import rhytid.storage.PhotoStore;
import rhytid.storage.Shelf;
import rhytid.storage.StoreUnavailable;

/**
 * Keeps the photo store and the database in step without a transaction over both: the row is written before the object
 * is put and taken away after the object is deleted, so that whatever is cut off in between can be tidied up later.
 */
public final class StoredObjects {

    /** No upload takes this long; what is pending longer belongs to a node that died. */
    static final Duration ABANDONED_AFTER = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(StoredObjects.class);
    private static final int SWEEP_AT_ONCE = 500;

    private final Transactions transactions;
    private final PhotoStore store;
    private final Ids ids;
    private final Clock clock;

    public StoredObjects(Transactions transactions, PhotoStore store, Ids ids, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /** Puts the content; it stays once {@link #settle} was called for it. */
    public StoredObject put(Shelf shelf, String ending, byte[] content, String contentType) {
        String id = ids.next();
        StoredObject object =
                new StoredObject(id, shelf, key(id, ending), Digest.of(content), content.length, contentType);
        transactions.<Boolean>apart(handle -> {
            insert(handle, object);
            return true;
        });
        store.put(shelf, object.key(), content, contentType);
        return object;
    }

    /** In the transaction that writes what refers to the objects. */
    void settle(Handle handle, Collection<String> objectIds) {
        if (objectIds.isEmpty()) { // a comparison that was refused has no pictures
            return;
        }
        int settled = handle.createUpdate(
                        "update stored_object set state = 'live' where id in (<ids>) and state = 'pending'")
                .bindList("ids", List.copyOf(objectIds))
                .execute();
        if (settled != objectIds.size()) {
            throw new IllegalStateException("an object was swept away while it was being kept");
        }
    }

    /** In the transaction that takes away what refers to the objects. */
    void doom(Handle handle, Collection<String> objectIds) {
        if (!objectIds.isEmpty()) {
            handle.createUpdate("update stored_object set state = 'doomed', since = :now where id in (<ids>)")
                    .bind("now", clock.instant())
                    .bindList("ids", List.copyOf(objectIds))
                    .execute();
        }
    }

    /** Gives up objects that were put and will not be referred to. */
    public void discard(Collection<String> objectIds) {
        transactions.<Boolean>apart(handle -> {
            doom(handle, objectIds);
            return true;
        });
        sweep();
    }

    public StoredObject get(String id) {
        return transactions.in(handle -> handle.createQuery("select * from stored_object where id = :id")
                .bind("id", id)
                .map((row, context) -> object(row))
                .one());
    }

    public byte[] read(StoredObject object) {
        return store.read(object.shelf(), object.key(), object.digest());
    }

    /**
     * The database's lock that a backup holds alone while it reads objects, and whoever deletes one holds with others:
     * what the backup's rows speak of is there until it has been read.
     */
    public static final long READ_BY_BACKUP = 0x5268_7974_6964L;

    /**
     * Deletes what is doomed or was abandoned. What cannot be deleted now, because the store is away or a backup reads,
     * is tried again the next time.
     */
    public void sweep() {
        Instant abandoned = clock.instant().minus(ABANDONED_AFTER);
        List<StoredObject> doomed = transactions.in(handle -> handle.createQuery("""
                        select * from stored_object
                        where state = 'doomed' or (state = 'pending' and since < :abandoned) limit :limit""")
                .bind("abandoned", abandoned)
                .bind("limit", SWEEP_AT_ONCE)
                .map((row, context) -> object(row))
                .list());
        try {
            for (StoredObject object : doomed) {
                if (!delete(object)) {
                    LOG.info("{} objects wait for deletion until a backup has been made.", doomed.size());
                    return;
                }
            }
        } catch (StoreUnavailable e) {
            LOG.warn("{} objects wait for deletion: {}", doomed.size(), e.getMessage());
            return;
        }
        if (doomed.size() == SWEEP_AT_ONCE) {
            sweep();
        }
    }

    /** False while a backup reads. */
    private boolean delete(StoredObject object) {
        return transactions.in(handle -> {
            boolean free = handle.createQuery("select pg_try_advisory_xact_lock_shared(:lock)")
                    .bind("lock", READ_BY_BACKUP)
                    .mapTo(Boolean.class)
                    .one();
            if (free) {
                store.delete(object.shelf(), object.key());
                handle.execute("delete from stored_object where id = ? and state <> 'live'", object.id());
            }
            return free;
        });
    }

    /** The id's end comes first: its beginning is the time, and would put a day's objects into one folder. */
    private static String key(String id, String ending) {
        return id.substring(id.length() - 2) + "/" + id + ending;
    }

    private void insert(Handle handle, StoredObject object) {
        handle.createUpdate("""
                        insert into stored_object (id, shelf, object_key, sha256, size, content_type, state, since)
                        values (:id, :shelf, :key, :sha256, :size, :type, 'pending', :now)""")
                .bind("id", object.id())
                .bind("shelf", object.shelf().key())
                .bind("key", object.key())
                .bind("sha256", object.digest().hex())
                .bind("size", object.size())
                .bind("type", object.contentType())
                .bind("now", clock.instant())
                .execute();
    }

    static StoredObject object(ResultSet row) throws SQLException {
        return new StoredObject(
                row.getString("id"),
                Shelf.of(row.getString("shelf")),
                row.getString("object_key"),
                new Digest(row.getString("sha256")),
                row.getLong("size"),
                row.getString("content_type"));
    }
}
