package rhytid.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import rhytid.database.Ids;
import rhytid.database.Transactions;

/** Append-only: the database itself refuses to change or delete an entry. */
public final class AuditLog {

    /** Under this key the web part leaves the request's id for whatever is logged. */
    public static final String REQUEST_ID = "requestId";

    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;

    public AuditLog(Transactions transactions, Ids ids, Clock clock) {
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** Within a transaction the entry is kept with what it speaks of, or undone with it. */
    public void allowed(Caller caller, Action action, Target target) {
        transactions.run(handle -> append(handle, caller, action.key(), "allowed", target));
    }

    /** Stays, although the request fails. */
    public void denied(Caller caller, Action action, Target target) {
        transactions.<Boolean>apart(handle -> {
            append(handle, caller, action.key(), "denied", target);
            return true;
        });
    }

    /** Something that happens before or beside the policy, such as signing in. */
    public void event(Caller caller, String action, boolean allowed) {
        transactions.<Boolean>apart(handle -> {
            append(handle, caller, action, allowed ? "allowed" : "denied", Target.NOTHING);
            return true;
        });
    }

    /** The entries before the cursor that pass the filter, latest first. */
    public List<AuditEntry> page(@Nullable String before, AuditFilter filter, int limit) {
        String conditions = filter.conditions() + (before == null ? "" : " and id < :before");
        return transactions.in(handle -> handle.createQuery(
                        "select * from audit where " + conditions + " order by id desc limit :limit")
                .bind("before", before)
                .bindMethods(filter)
                .bind("limit", limit)
                .map((row, context) -> entry(row))
                .list());
    }

    /**
     * Who looked at what is held on a patient, latest day first.
     *
     * @param zone whose days are counted
     * @param before only days before this one; null for all
     * @param days how many days with entries at most
     */
    public List<Sighting> sightings(String patientId, ZoneId zone, @Nullable LocalDate before, int days) {
        return transactions.in(handle -> handle.createQuery("""
                        with seen as (
                          select cast(at at time zone :zone as date) as day, role, actor, action, subject from audit
                          where patient_id = :patient and outcome = 'allowed' and action in (<actions>)),
                        latest as (
                          select distinct day from seen where cast(:before as date) is null or day < :before
                          order by day desc limit :days)
                        select day, role, action, count(distinct subject) as things, count(distinct actor) as people
                        from seen join latest using (day)
                        group by day, role, action order by day desc, role, action""")
                .bind("zone", zone.getId())
                .bind("patient", patientId)
                .bindList("actions", Sighting.What.actions())
                .bind("before", before)
                .bind("days", days)
                .map((row, context) -> Sighting.of(
                        row.getObject("day", LocalDate.class),
                        row.getString("role"),
                        row.getString("action"),
                        row.getInt("people"),
                        row.getInt("things")))
                .list());
    }

    private void append(Handle handle, Caller caller, String action, String outcome, Target target) {
        handle.createUpdate("""
                        insert into audit (id, at, actor, role, action, outcome, patient_id, subject, request_id)
                        values (:id, :at, :actor, :role, :action, :outcome, :patient, :subject, :request)""")
                .bind("id", ids.next())
                .bind("at", clock.instant())
                .bind("actor", caller.id())
                .bind("role", caller.roleKey())
                .bind("action", action)
                .bind("outcome", outcome)
                .bind("patient", target.patientId())
                .bind("subject", target.subject())
                .bind("request", MDC.get(REQUEST_ID))
                .execute();
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getString("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("role"),
                row.getString("action"),
                row.getString("outcome"),
                row.getString("patient_id"),
                row.getString("subject"),
                row.getString("request_id"));
    }
}
