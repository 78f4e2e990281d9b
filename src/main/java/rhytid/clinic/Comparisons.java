package rhytid.clinic;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rhytid.database.Ids;
import rhytid.database.Transactions;
import rhytid.fault.Conflict;
import rhytid.fault.NotThere;
import rhytid.fault.Stale;
import rhytid.fault.Unfit;
import tools.jackson.databind.JsonNode;

/** Pairs of visits: asked for, worked on, reviewed. */
public final class Comparisons {

    private final Transactions transactions;
    private final ComparisonQueue queue;
    private final StoredObjects objects;
    private final Ids ids;
    private final Clock clock;

    public Comparisons(Transactions transactions, ComparisonQueue queue, StoredObjects objects, Ids ids, Clock clock) {
        this.transactions = transactions;
        this.queue = queue;
        this.objects = objects;
        this.ids = ids;
        this.clock = clock;
    }

    /** Puts the pair in line. */
    public Comparison start(Visit baseline, Visit followUp, String by) {
        if (!baseline.patientId().equals(followUp.patientId())) {
            throw new Unfit("two-patients", "The two visits are of two patients.");
        }
        if (baseline.id().equals(followUp.id())) {
            throw new Unfit("one-visit", "A visit is not compared with itself.");
        }
        String id = ids.next();
        return transactions.in(handle -> {
            lock(handle, baseline, followUp);
            requireCommonExpression(handle, baseline, followUp);
            handle.createUpdate("""
                            insert into comparison
                                (id, patient_id, baseline_visit, follow_up_visit, status, created_at, created_by)
                            values (:id, :patient, :baseline, :followUp, 'queued', :now, :by)""")
                    .bind("id", id)
                    .bind("patient", baseline.patientId())
                    .bind("baseline", baseline.id())
                    .bind("followUp", followUp.id())
                    .bind("now", clock.instant())
                    .bind("by", by)
                    .execute();
            queue.add(handle, id, 1);
            return get(id);
        });
    }

    /** Patient before visits, as an erasure does: what the row refers to would be locked in another order. */
    private static void lock(Handle handle, Visit baseline, Visit followUp) {
        handle.execute("select id from patient where id = ? for key share", baseline.patientId());
        int there = handle.createQuery("select id from visit where id in (:one, :other) order by id for no key update")
                .bind("one", baseline.id())
                .bind("other", followUp.id())
                .mapTo(String.class)
                .list()
                .size();
        if (there < 2) { // erased since it was asked for
            throw new NotThere("visit");
        }
    }

    /** @throws NotThere */
    public Comparison get(String id) {
        return find(id).orElseThrow(() -> new NotThere("comparison"));
    }

    public Optional<Comparison> find(String id) {
        return transactions.in(handle -> Optional.ofNullable(ComparisonRows.find(handle, id)));
    }

    /** Latest first, without their results. */
    public List<Comparison> page(String patientId, @Nullable String before, int limit) {
        return transactions.in(handle -> ComparisonRows.page(handle, patientId, before, limit));
    }

    /** The latest of each pair of visits, without their results. */
    public List<Comparison> latest(String patientId) {
        return transactions.in(handle -> ComparisonRows.latest(handle, patientId));
    }

    /** The latest with each follow-up of the baseline, with their last results. */
    public List<Comparison> series(String baselineVisit) {
        return transactions.in(handle -> ComparisonRows.series(handle, baselineVisit));
    }

    /** Latest first, those that the patient sees, without their results. */
    public List<Comparison> shared(String patientId, @Nullable String before, int limit) {
        return transactions.in(handle -> ComparisonRows.shared(handle, patientId, before, limit, false));
    }

    /** As {@link #shared}, with their last results. */
    public List<Comparison> sharedResults(String patientId, @Nullable String before, int limit) {
        return transactions.in(handle -> ComparisonRows.shared(handle, patientId, before, limit, true));
    }

    /** @throws NotThere */
    public byte[] image(String comparisonId, String name) {
        String object = transactions.in(handle -> handle.createQuery(
                        "select object from comparison_image where comparison_id = :id and name = :name")
                .bind("id", comparisonId)
                .bind("name", name)
                .mapTo(String.class)
                .findOne()
                .orElseThrow(() -> new NotThere("image")));
        return objects.read(objects.get(object));
    }

    /** The photos that it was made of; those deleted since are missing. */
    public List<Photo> photos(String comparisonId) {
        return transactions.in(handle -> PhotoRows.ofComparison(handle, comparisonId));
    }

    /**
     * What is drawn over its pictures, as JSON.
     *
     * @throws NotThere when there is none, as for a comparison whose photos were deleted
     */
    public String layers(String comparisonId) {
        return transactions
                .in(handle -> handle.createQuery("select layers from comparison where id = :id")
                        .bind("id", comparisonId)
                        .mapTo(String.class)
                        .findOne())
                .orElseThrow(() -> new NotThere("layers"));
    }

    /**
     * Writes the injector's word in place of the one before. Landmarks that it puts right and that the result was not
     * made with put the comparison in line once more; the result stays until there is another, and the first for good.
     *
     * @param review null as its landmarks leaves those put right before as they are; none at all takes them back
     * @throws Stale when the comparison no longer has the version
     */
    public Comparison review(String id, long version, Review review) {
        return transactions.in(handle -> {
            Comparison before = get(id);
            if (!before.status().isEnd()) {
                throw new Conflict("not-finished", "The comparison is not finished: there is nothing to review yet.");
            }
            if (handle.execute("update comparison set version = version + 1 where id = ? and version = ?", id, version)
                    == 0) {
                throw new Stale();
            }
            writeReview(handle, id, review);
            if (review.correctedLandmarks() != null) {
                correct(handle, before, review.correctedLandmarks());
            }
            return get(id);
        });
    }

    private void correct(Handle handle, Comparison comparison, JsonNode landmarks) {
        boolean none = landmarks.path("baseline").isEmpty()
                && landmarks.path("followUp").isEmpty();
        String wanted = none ? null : landmarks.toString();
        JsonNode result = comparison.result();
        if (result == null) {
            throw new Conflict("nothing-to-correct", "The comparison failed: there is no result to correct.");
        }
        JsonNode madeWith = result.get("corrections");
        if (Objects.equals(wanted, madeWith == null ? null : madeWith.toString())) {
            return;
        }
        int run = handle.createQuery("""
                        update comparison set status = 'queued', progress = 0, attempts = 0, run = run + 1,
                            corrections = cast(:corrections as json), failure = null, finished_at = null
                        where id = :id returning run""")
                .bind("corrections", wanted)
                .bind("id", comparison.id())
                .mapTo(Integer.class)
                .one();
        queue.add(handle, comparison.id(), run);
    }

    private static void writeReview(Handle handle, String id, Review review) {
        handle.createUpdate("""
                        insert into review
                            (comparison_id, notes, decision, corrected_landmarks, reviewed_at, reviewed_by)
                        values (:id, :notes, :decision, cast(:landmarks as json), :at, :by)
                        on conflict (comparison_id) do update set notes = excluded.notes,
                            decision = excluded.decision,
                            corrected_landmarks = coalesce(excluded.corrected_landmarks, review.corrected_landmarks),
                            reviewed_at = excluded.reviewed_at, reviewed_by = excluded.reviewed_by""")
                .bind("id", id)
                .bind("notes", review.notes())
                .bind("decision", review.decision())
                .bind(
                        "landmarks",
                        review.correctedLandmarks() == null
                                ? null
                                : review.correctedLandmarks().toString())
                .bind("at", review.reviewedAt())
                .bind("by", review.reviewedBy())
                .execute();
    }

    private static void requireCommonExpression(Handle handle, Visit baseline, Visit followUp) {
        Set<String> common = new HashSet<>(expressions(handle, baseline));
        common.retainAll(expressions(handle, followUp));
        if (common.isEmpty()) {
            throw new Unfit("nothing-to-compare", "The two visits have no photo of the same expression.");
        }
    }

    private static List<String> expressions(Handle handle, Visit visit) {
        return PhotoRows.ofVisit(handle, visit.id(), false).stream()
                .map(Photo::expression)
                .toList();
    }

    /** Those given up, latest first, without results. */
    public List<Comparison> failed(@Nullable String before, int limit) {
        return transactions.in(handle -> ComparisonRows.failed(handle, before, limit));
    }

    /**
     * Puts one that was given up in line again, with all its attempts before it.
     *
     * @throws Conflict when it was not given up
     */
    public Comparison retry(String id) {
        return transactions.in(handle -> {
            Integer run = handle.createQuery("""
                            update comparison set status = 'queued', progress = 0, attempts = 0, run = run + 1,
                                failure = null, finished_at = null, version = version + 1
                            where id = :id and status = 'failed' returning run""")
                    .bind("id", id)
                    .mapTo(Integer.class)
                    .findOne()
                    .orElseThrow(() -> new Conflict("not-failed", "Only a comparison that failed is tried again."));
            queue.add(handle, id, run);
            return get(id);
        });
    }

    /**
     * How the line stands.
     *
     * @param waitingSince when the one that waits longest was asked for; null when none waits
     * @param endedToday done or refused in the last 24 hours
     * @param failed given up, ever
     */
    public record Line(long waiting, long running, @Nullable Instant waitingSince, long endedToday, long failed) {}

    public Line line() {
        return transactions.in(handle -> handle.createQuery("""
                        select count(*) filter (where status = 'queued') as waiting,
                               count(*) filter (where status = 'running') as running,
                               min(created_at) filter (where status = 'queued') as waiting_since,
                               (select count(*) from comparison
                                where status in ('done', 'refused') and finished_at > :day) as ended,
                               (select count(*) from comparison where status = 'failed') as failed
                        from comparison where status in ('queued', 'running')""")
                .bind("day", clock.instant().minus(Duration.ofDays(1)))
                .map((row, context) -> new Line(
                        row.getLong("waiting"),
                        row.getLong("running"),
                        Columns.instantOrNull(row, "waiting_since"),
                        row.getLong("ended"),
                        row.getLong("failed")))
                .one());
    }

    /** How many are in each state, for the metrics. */
    public long waiting() {
        return transactions.in(
                handle -> handle.createQuery("select count(*) from comparison where status in ('queued', 'running')")
                        .mapTo(Long.class)
                        .one());
    }
}
