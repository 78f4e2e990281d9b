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
import tools.jackson.databind.JsonNode;

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

    /**
     * What is compared.
     *
     * @param run which of the times that the comparison was put in line this is
     * @param baseline the baseline visit's photos by expression
     * @param followUp the follow-up visit's
     * @param corrections places that somebody put right in them
     */
    public record Material(
            int run,
            Map<Expression, byte[]> baseline,
            Map<Expression, byte[]> followUp,
            List<String> photoIds,
            @Nullable JsonNode corrections) {}

    private record Run(
            String baselineVisit,
            String followUpVisit,
            int number,
            @Nullable JsonNode corrections) {}

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
        List<Photo> photos = new ArrayList<>();
        Run run = transactions.in(handle -> {
            Run found = run(handle, id);
            photos.addAll(PhotoRows.ofComparison(handle, id)); // those of the first run: corrections speak of them
            if (photos.isEmpty()) {
                photos.addAll(PhotoRows.ofVisit(handle, found.baselineVisit(), false));
                photos.addAll(PhotoRows.ofVisit(handle, found.followUpVisit(), false));
            }
            return found;
        });
        List<Photo> baseline = of(photos, run.baselineVisit());
        List<Photo> followUp = of(photos, run.followUpVisit());
        List<String> read = new ArrayList<>();
        baseline.forEach(photo -> read.add(photo.id()));
        followUp.forEach(photo -> read.add(photo.id()));
        return new Material(run.number(), bytes(baseline), bytes(followUp), read, run.corrections());
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
    public void finish(String id, Material material, boolean comparable, String resultJson, Pictures pictures) {
        Map<String, String> kept = new java.util.TreeMap<>();
        try {
            pictures.images()
                    .forEach((name, jpeg) -> kept.put(
                            name,
                            objects.put(Shelf.PICTURES, "-compared.jpg", jpeg, "image/jpeg")
                                    .id()));
            boolean written = transactions.in(
                    handle -> write(handle, id, material, comparable, resultJson, pictures.layers(), kept));
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

    /**
     * Gives it up. A comparison that has a result from before keeps it, and says beside it what failed.
     *
     * @param reason for people, without anything personal
     */
    public void fail(String id, String reason) {
        transactions.run(handle -> handle.createUpdate("""
                        update comparison set failure = :reason, finished_at = :now, version = version + 1,
                            status = case when result is null then 'failed'
                                when result ->> 'verdict' = 'not-comparable' then 'refused' else 'done' end,
                            progress = case when result is null then progress else 1 end,
                            corrections = case when result is null then corrections else result -> 'corrections' end
                        where id = :id and status in ('queued', 'running')""")
                .bind("reason", reason)
                .bind("now", clock.instant())
                .bind("id", id)
                .execute());
    }

    private boolean write(
            Handle handle,
            String id,
            Material material,
            boolean comparable,
            String resultJson,
            @Nullable String layers,
            Map<String, String> kept) {
        boolean mine = handle.createUpdate("""
                        update comparison set status = :status, progress = 1, failure = null,
                            first_result = coalesce(first_result, result), result = cast(:result as json),
                            layers = cast(:layers as json),
                            finished_at = :now, version = version + 1
                        where id = :id and status = 'running' and run = :run""")
                        .bind("run", material.run())
                        .bind("status", comparable ? "done" : "refused")
                        .bind("result", resultJson)
                        .bind("layers", layers)
                        .bind("now", clock.instant())
                        .bind("id", id)
                        .execute()
                == 1;
        if (mine) {
            objects.doom(
                    handle,
                    handle.createQuery("delete from comparison_image where comparison_id = :id returning object")
                            .bind("id", id)
                            .mapTo(String.class)
                            .list());
            if (!comparable) { // what was shared was the result before
                handle.execute("delete from share where comparison_id = ?", id);
            }
            kept.forEach((name, object) -> handle.execute(
                    "insert into comparison_image (comparison_id, name, object) values (?, ?, ?)", id, name, object));
            objects.settle(handle, kept.values());
            // A photo deleted meanwhile is not listed; the pictures made from it then have to go.
            int there = 0;
            for (String photo : material.photoIds()) {
                there += handle.createQuery("select id from photo where id = :id for share")
                        .bind("id", photo)
                        .mapTo(String.class)
                        .list()
                        .size();
                handle.execute("""
                        insert into comparison_photo (comparison_id, photo_id)
                        select ?, id from photo where id = ? on conflict do nothing""", id, photo);
            }
            if (there < material.photoIds().size()) {
                handle.execute("delete from comparison_image where comparison_id = ?", id);
                handle.execute("update comparison set layers = null where id = ?", id);
                objects.doom(handle, kept.values());
            }
        }
        return mine;
    }

    private static Run run(Handle handle, String id) {
        return handle.createQuery(
                        "select baseline_visit, follow_up_visit, run, corrections from comparison where id = :id")
                .bind("id", id)
                .map((row, context) -> new Run(
                        row.getString("baseline_visit"),
                        row.getString("follow_up_visit"),
                        row.getInt("run"),
                        Columns.jsonOrNull(row, "corrections")))
                .findOne()
                .orElseGet(() -> new Run("", "", 0, null)); // erased meanwhile
    }

    private static List<Photo> of(List<Photo> photos, String visitId) {
        return photos.stream().filter(photo -> photo.visitId().equals(visitId)).toList();
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
