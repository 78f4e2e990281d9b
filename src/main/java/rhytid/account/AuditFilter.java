package rhytid.account;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rhytid.database.TimeOrderedIds;

/**
 * Which entries of the audit log are wanted; null leaves open.
 *
 * @param since included
 * @param until excluded
 */
public record AuditFilter(
        @Nullable String patientId,
        @Nullable String actor,
        @Nullable String role,
        @Nullable String action,
        @Nullable String outcome,
        @Nullable Instant since,
        @Nullable Instant until) {

    /** An entry's id is made a moment before its time is noted. */
    private static final Duration MOMENT = Duration.ofMinutes(1);

    /** Only what is asked for stands in the query, so that the database takes the index that fits. */
    String conditions() {
        List<String> all = new ArrayList<>(List.of("true"));
        add(all, patientId, "patient_id = :patientId");
        add(all, actor, "actor = :actor");
        add(all, role, "role = :role");
        add(all, action, "action = :action");
        add(all, outcome, "denied".equals(outcome) ? "outcome = 'denied'" : "outcome = :outcome");
        add(all, since, "at >= :since and id >= :firstId");
        add(all, until, "at < :until and id < :endId");
        return String.join(" and ", all);
    }

    private static void add(List<String> all, @Nullable Object wanted, String condition) {
        if (wanted != null) {
            all.add(condition);
        }
    }

    /** No entry of the time wanted has an id before it: ids sort by time, and lead to the place without a search. */
    public @Nullable String firstId() {
        return since == null ? null : TimeOrderedIds.least(since.minus(MOMENT));
    }

    /** All entries of the time wanted have ids before it. */
    public @Nullable String endId() {
        return until == null ? null : TimeOrderedIds.least(until.plus(MOMENT));
    }
}
