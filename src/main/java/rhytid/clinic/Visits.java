package rhytid.clinic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rhytid.database.Ids;
import rhytid.database.Transactions;
import rhytid.database.Violations;
import rhytid.face.Expression;
import rhytid.fault.NotThere;
import rhytid.fault.Unfit;

/** The days on which photos are taken. */
public final class Visits {

    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;

    public Visits(Transactions transactions, Ids ids, Clock clock) {
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param expressions asked for; rest alone where nothing is said */
    public Visit create(
            String patientId,
            @Nullable LocalDate date,
            @Nullable List<String> expressions,
            @Nullable String note,
            String by) {
        List<String> asked = expressions == null || expressions.isEmpty()
                ? List.of(Expression.REST.key())
                : expressions.stream().distinct().toList();
        for (String key : asked) {
            if (Expression.of(key).isEmpty()) {
                throw new Unfit("expression", "There is no expression " + key + ".");
            }
        }
        LocalDate day = date == null ? LocalDate.now(clock) : date;
        Visit visit = new Visit(ids.next(), patientId, day, asked, note, null, clock.instant(), by);
        transactions.run(handle -> Violations.explain(() -> insert(handle, visit), Visits::unfit));
        return visit;
    }

    /** @throws NotThere */
    public Visit get(String id) {
        return transactions.in(handle -> handle.createQuery("select * from visit where id = :id")
                .bind("id", id)
                .map((row, context) -> visit(row))
                .findOne()
                .orElseThrow(() -> new NotThere("visit")));
    }

    /** Latest first. */
    public List<Visit> page(String patientId, @Nullable String before, int limit) {
        return transactions.in(handle -> handle.createQuery("""
                        select * from visit
                        where patient_id = :patient and (cast(:before as text) is null or id < :before)
                        order by id desc limit :limit""")
                .bind("patient", patientId)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> visit(row))
                .list());
    }

    /** All of a patient's, by id. */
    public Map<String, Visit> all(String patientId) {
        return transactions.in(
                handle -> handle.createQuery("select * from visit where patient_id = :patient order by id")
                        .bind("patient", patientId)
                        .map((row, context) -> visit(row))
                        .collect(Collectors.toMap(Visit::id, visit -> visit, (one, same) -> one, LinkedHashMap::new)));
    }

    /** Nothing more is expected; its invitations end. */
    public Visit close(String id) {
        transactions.run(
                handle -> handle.createUpdate("update visit set closed_at = coalesce(closed_at, :now) where id = :id")
                        .bind("now", clock.instant())
                        .bind("id", id)
                        .execute());
        return get(id);
    }

    private static int insert(Handle handle, Visit visit) {
        return handle.createUpdate("""
                        insert into visit (id, patient_id, date, expressions, note, created_at, created_by)
                        values (:id, :patient, :date, :expressions, :note, :now, :by)""")
                .bind("id", visit.id())
                .bind("patient", visit.patientId())
                .bind("date", visit.date())
                .bindArray("expressions", String.class, visit.expressions())
                .bind("note", visit.note())
                .bind("now", visit.createdAt())
                .bind("by", visit.createdBy())
                .execute();
    }

    private static RuntimeException unfit(String constraint, RuntimeException fault) {
        return constraint.equals("visit_patient_id_fkey") ? new NotThere("patient") : fault;
    }

    private static Visit visit(ResultSet row) throws SQLException {
        return new Visit(
                row.getString("id"),
                row.getString("patient_id"),
                Columns.date(row, "date"),
                Columns.texts(row, "expressions"),
                row.getString("note"),
                Columns.instantOrNull(row, "closed_at"),
                Columns.instant(row, "created_at"),
                row.getString("created_by"));
    }
}
