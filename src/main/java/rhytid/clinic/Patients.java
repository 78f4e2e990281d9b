package rhytid.clinic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import rhytid.database.Ids;
import rhytid.database.Transactions;
import rhytid.database.Violations;
import rhytid.fault.NotThere;
import rhytid.fault.Stale;
import rhytid.fault.Unfit;

/** The clinic's patients. */
public final class Patients {

    private static final String PAGE = """
            select * from patient where (cast(:before as text) is null or id < :before) %s
            order by id desc limit :limit""";

    private static final String MATCHES = "patient_words(name, given_name, family_name, reference) ilike :words";

    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;

    public Patients(Transactions transactions, Ids ids, Clock clock) {
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    public Patient create(PatientDetails details) {
        Instant now = clock.instant();
        Patient patient = new Patient(ids.next(), PatientDetails.NONE.changedBy(details), 1, now, now);
        transactions.run(handle -> Violations.explain(() -> insert(handle, patient), Patients::unfit));
        return patient;
    }

    /** @throws NotThere */
    public Patient get(String id) {
        return transactions.in(handle -> handle.createQuery("select * from patient where id = :id")
                .bind("id", id)
                .map((row, context) -> patient(row))
                .findOne()
                .orElseThrow(() -> new NotThere("patient")));
    }

    /** Latest first; the words of the search are looked for in names and reference. */
    public List<Patient> page(@Nullable String search, @Nullable String before, int limit) {
        return transactions.in(handle -> {
            Query query = search == null ? handle.createQuery(PAGE.formatted("")) : search(handle, search);
            return query.bind("before", before)
                    .bind("limit", limit)
                    .map((row, context) -> patient(row))
                    .list();
        });
    }

    /** Planned for these words each time: those that few are called by want the index, those that many are do not. */
    private static Query search(Handle handle, String words) {
        handle.execute("set local plan_cache_mode = force_custom_plan");
        return handle.createQuery(PAGE.formatted("and " + MATCHES))
                .bind("words", "%" + words.replaceAll("([%_\\\\])", "\\\\$1") + "%");
    }

    /**
     * @throws Stale when the patient no longer has the version
     * @throws Unfit when the details cannot be
     */
    public Patient change(String id, long version, PatientDetails change) {
        return transactions.in(handle -> {
            Patient before = get(id);
            if (before.version() != version) {
                throw new Stale();
            }
            Patient after = new Patient(
                    id, before.details().changedBy(change), version + 1, before.createdAt(), clock.instant());
            if (Violations.explain(() -> update(handle, after, version), Patients::unfit) == 0) {
                throw new Stale();
            }
            return after;
        });
    }

    private static int insert(Handle handle, Patient patient) {
        return handle.createUpdate("""
                        insert into patient (id, name, given_name, family_name, birth_date, sex, reference, email,
                            phone, notes, created_at, changed_at)
                        values (:id, :name, :givenName, :familyName, :birthDate, :sex, :reference, :email,
                            :phone, :notes, :now, :now)""")
                .bind("id", patient.id())
                .bindMethods(patient.details())
                .bind("now", patient.createdAt())
                .execute();
    }

    private static int update(Handle handle, Patient patient, long version) {
        return handle.createUpdate("""
                        update patient set name = :name, given_name = :givenName, family_name = :familyName,
                            birth_date = :birthDate, sex = :sex, reference = :reference, email = :email,
                            phone = :phone, notes = :notes, version = version + 1, changed_at = :now
                        where id = :id and version = :version""")
                .bind("id", patient.id())
                .bindMethods(patient.details())
                .bind("now", patient.changedAt())
                .bind("version", version)
                .execute();
    }

    private static RuntimeException unfit(String constraint, RuntimeException fault) {
        return switch (constraint) {
            case "patient_is_called_something" ->
                new Unfit("patient-name", "A patient needs a name or a reference of the clinic's.");
            case "patient_reference" -> new Unfit("reference-taken", "Another patient has this reference.");
            default ->
                constraint.startsWith("patient_")
                        ? new Unfit("patient-details", "A detail is empty, too long or out of range: " + constraint)
                        : fault;
        };
    }

    private static Patient patient(ResultSet row) throws SQLException {
        PatientDetails details = new PatientDetails(
                row.getString("name"),
                row.getString("given_name"),
                row.getString("family_name"),
                Columns.dateOrNull(row, "birth_date"),
                row.getString("sex"),
                row.getString("reference"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("notes"));
        return new Patient(
                row.getString("id"),
                details,
                row.getLong("version"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "changed_at"));
    }
}
