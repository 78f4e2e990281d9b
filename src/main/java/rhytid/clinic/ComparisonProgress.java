package rhytid.clinic;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rhytid.database.Transactions;
import rhytid.face.Expression;
import rhytid.storage.Shelf;

/** What the worker on a comparison reads and writes. Each step may be done twice: a node may die after any of them. */
public final class ComparisonProgress {

    private final Transactions transactions;
    private final StoredObjects objects;
    private final Clock clock;

    public ComparisonProgress(Transactions transactions, StoredObjects objects, Clock clock) {
        this.transactions = transactions;
        this.objects = objects;
        this.clock = clock;
    }

    /** The photos of both visits by expression, and the ids of the photos that were read. */
    public record Material(Map<Expression, byte[]> baseline, Map<Expression, byte[]> followUp, List<String> photoIds) {}

    /**
     * What can be looked at.
     *
     * @param images JPEGs by name
     * @param layers what is drawn over them, as JSON
     */
    public record Pictures(
            Map<String, byte[]> images, @Nullable String layers) {}

    /**
     * Takes note that the work begins once more.
     *
     * @return the number of this attempt, from 1; empty when there is nothing to do (finished, or erased)
     */
    public Optional<Integer> begin(String id) {
        return transactions.in(handle ->
                handle.createQuery("""
                        update comparison set status = 'running', progress = 0, attempts = attempts + 1,
                            version = version + 1
                        where id = :id and status in ('queued', 'running') returning attempts""").bind("id", id).mapTo(Integer.class).findOne());
    }

    public Material material(String id) {
        List<Photo> baseline = photos(id, "baseline_visit");
        List<Photo> followUp = photos(id, "follow_up_visit");
        List<String> read = new ArrayList<>();
        baseline.forEach(photo -> read.add(photo.id()));
        followUp.forEach(photo -> read.add(photo.id()));
        return new Material(bytes(baseline), bytes(followUp), read);
    }

    /** @param progress 0 to 1 */
    public void report(String id, double progress) {
        transactions.run(handle -> handle.execute(
                "update comparison set progress = ?, version = version + 1 where id = ? and status = 'running'",
                Math.clamp(progress, 0, 1),
                id));
    }

    /**
     * Keeps the result and its pictures.
     *
     * @param comparable false when the photos could not be compared and the result says why
     */
    public void finish(String id, boolean comparable, String resultJson, Pictures pictures, List<String> photoIds) {
        Map<String, String> kept = new java.util.TreeMap<>();
        try {
            pictures.images()
                    .forEach((name, jpeg) -> kept.put(
                            name,
                            objects.put(Shelf.PICTURES, "-compared.jpg", jpeg, "image/jpeg")
                                    .id()));
            boolean written = transactions.in(
                    handle -> write(handle, id, comparable, resultJson, pictures.layers(), kept, photoIds));
            if (!written) { // another node finished it, or the patient was erased
                objects.discard(kept.values());
            }
        } catch (RuntimeException e) {
            objects.discard(kept.values());
            throw e;
        }
    }

    /** Takes back the attempt that was begun: it came to nothing through no fault of the comparison's. */
    public void postpone(String id) {
        transactions.run(handle -> handle.execute("""
                update comparison set status = 'queued', attempts = greatest(attempts - 1, 0), version = version + 1
                where id = ? and status = 'running'""", id));
    }

    /** @param reason for people, without anything personal */
    public void fail(String id, String reason) {
        transactions.run(handle -> handle.createUpdate("""
                        update comparison set status = 'failed', failure = :reason, finished_at = :now,
                            version = version + 1
                        where id = :id and status in ('queued', 'running')""")
                .bind("reason", reason)
                .bind("now", clock.instant())
                .bind("id", id)
                .execute());
    }

    private boolean write(
            Handle handle,
            String id,
            boolean comparable,
            String resultJson,
            @Nullable String layers,
            Map<String, String> kept,
            List<String> photoIds) {
        boolean mine = handle.createUpdate("""
                        update comparison set status = :status, progress = 1, result = cast(:result as json),
                            layers = cast(:layers as json),
                            finished_at = :now, version = version + 1
                        where id = :id and status = 'running'""")
                        .bind("status", comparable ? "done" : "refused")
                        .bind("result", resultJson)
                        .bind("layers", layers)
                        .bind("now", clock.instant())
                        .bind("id", id)
                        .execute()
                == 1;
        if (mine) {
            kept.forEach((name, object) -> handle.execute(
                    "insert into comparison_image (comparison_id, name, object) values (?, ?, ?)", id, name, object));
            objects.settle(handle, kept.values());
            // A photo deleted meanwhile is not listed; the pictures made from it then have to go.
            int there = 0;
            for (String photo : photoIds) {
                there += handle.execute("""
                        insert into comparison_photo (comparison_id, photo_id)
                        select ?, id from photo where id = ? for share""", id, photo);
            }
            if (there < photoIds.size()) {
                handle.execute("delete from comparison_image where comparison_id = ?", id);
                handle.execute("update comparison set layers = null where id = ?", id);
                objects.doom(handle, kept.values());
            }
        }
        return mine;
    }

    private List<Photo> photos(String comparisonId, String visitColumn) {
        return transactions.in(handle -> handle.createQuery("select " + visitColumn + " from comparison where id = :id")
                .bind("id", comparisonId)
                .mapTo(String.class)
                .findOne()
                .map(visit -> PhotoRows.ofVisit(handle, visit, false))
                .orElse(List.of()));
    }

    private Map<Expression, byte[]> bytes(List<Photo> photos) {
        Map<Expression, byte[]> originals = new EnumMap<>(Expression.class);
        for (Photo photo : photos) {
            originals.put(
                    Expression.of(photo.expression()).orElseThrow(),
                    objects.read(objects.get(photo.objects().original())));
        }
        return originals;
    }
}
