package rhytid.clinic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rhytid.clinic.Comparison.Status;

/** Reads the tables of comparisons. */
final class ComparisonRows {

    private static final String SELECT = """
            select c.id, c.patient_id, c.baseline_visit, c.follow_up_visit, c.status, c.progress, c.failure, c.version,
                   c.created_at, c.finished_at, s.shared_at, r.notes, r.decision, r.corrected_landmarks,
                   r.reviewed_at, r.reviewed_by,
                   array(select name from comparison_image i where i.comparison_id = c.id order by name) as images,
                   %s
            from comparison c
            left join share s on s.comparison_id = c.id
            left join review r on r.comparison_id = c.id
            """;

    private static final String WHOLE = SELECT.formatted("c.result, c.first_result");
    private static final String LAST_RESULT = SELECT.formatted("c.result, null as first_result");
    private static final String WITHOUT_RESULT = SELECT.formatted("null as result, null as first_result");

    private static final String NO_LATER_ONE = """
             not exists (select 1 from comparison d where d.baseline_visit = c.baseline_visit
                         and d.follow_up_visit = c.follow_up_visit and d.id > c.id)
            """;

    private ComparisonRows() {}

    static @Nullable Comparison find(Handle handle, String id) {
        return handle.createQuery(WHOLE + " where c.id = :id")
                .bind("id", id)
                .map((row, context) -> comparison(row))
                .findOne()
                .orElse(null);
    }

    /** Latest first; without the results, which are large. */
    static List<Comparison> page(Handle handle, String patientId, @Nullable String before, int limit) {
        return handle.createQuery(WITHOUT_RESULT + """
                         where c.patient_id = :patient and (cast(:before as text) is null or c.id < :before)
                         order by c.id desc limit :limit""")
                .bind("patient", patientId)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> comparison(row))
                .list();
    }

    /** Latest first, those given up alone. */
    static List<Comparison> failed(Handle handle, @Nullable String before, int limit) {
        return handle.createQuery(WITHOUT_RESULT + """
                         where c.status = 'failed' and (cast(:before as text) is null or c.id < :before)
                         order by c.id desc limit :limit""")
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> comparison(row))
                .list();
    }

    /** The latest of each pair of visits, without the results. */
    static List<Comparison> latest(Handle handle, String patientId) {
        return handle.createQuery(
                        WITHOUT_RESULT + " where c.patient_id = :patient and " + NO_LATER_ONE + " order by c.id")
                .bind("patient", patientId)
                .map((row, context) -> comparison(row))
                .list();
    }

    /** The latest with each follow-up of the baseline, with their last results. */
    static List<Comparison> series(Handle handle, String baselineVisit) {
        return handle.createQuery(
                        LAST_RESULT + " where c.baseline_visit = :baseline and " + NO_LATER_ONE + " order by c.id")
                .bind("baseline", baselineVisit)
                .map((row, context) -> comparison(row))
                .list();
    }

    /** Latest first, those shared alone, with their last results where asked for. */
    static List<Comparison> shared(
            Handle handle, String patientId, @Nullable String before, int limit, boolean results) {
        return handle.createQuery((results ? LAST_RESULT : WITHOUT_RESULT) + """
                         where c.patient_id = :patient and s.shared_at is not null and c.result is not null
                           and (cast(:before as text) is null or c.id < :before)
                         order by c.id desc limit :limit""")
                .bind("patient", patientId)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> comparison(row))
                .list();
    }

    private static Comparison comparison(ResultSet row) throws SQLException {
        return new Comparison(
                row.getString("id"),
                row.getString("patient_id"),
                row.getString("baseline_visit"),
                row.getString("follow_up_visit"),
                Status.of(row.getString("status")),
                row.getDouble("progress"),
                Columns.jsonOrNull(row, "result"),
                Columns.jsonOrNull(row, "first_result"),
                row.getString("failure"),
                Columns.texts(row, "images"),
                review(row),
                Columns.instantOrNull(row, "shared_at"),
                row.getLong("version"),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "finished_at"));
    }

    private static @Nullable Review review(ResultSet row) throws SQLException {
        if (row.getTimestamp("reviewed_at") == null) {
            return null;
        }
        return new Review(
                row.getString("notes"),
                row.getString("decision"),
                Columns.jsonOrNull(row, "corrected_landmarks"),
                Columns.instant(row, "reviewed_at"),
                row.getString("reviewed_by"));
    }
}
