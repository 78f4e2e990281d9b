package rhytid.clinic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rhytid.database.Ids;
import rhytid.database.Transactions;
import rhytid.fault.Unfit;

/**
 * What patients agree to. Nothing is overwritten: each word is kept with its time. Withdrawing takes all shares away in
 * the same moment, unless it speaks of teaching or research alone, which no share serves.
 */
public final class Consents {

    public static final String USUAL_PURPOSE = "photos";

    private static final String LATEST = """
            select distinct on (purpose) * from consent where patient_id = :patient order by purpose, id desc
            """;

    private static final String NOT_OF_SHARES = "('teaching', 'research')";
    private static final Pattern PURPOSE = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;

    public Consents(Transactions transactions, Ids ids, Clock clock) {
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** The latest word on each purpose. */
    public List<Consent> current(String patientId) {
        return transactions.in(handle -> handle.createQuery(LATEST)
                .bind("patient", patientId)
                .map((row, context) -> consent(row))
                .list());
    }

    /** Every word, in the order it was given. */
    public List<Consent> history(String patientId) {
        return transactions.in(
                handle -> handle.createQuery("select * from consent where patient_id = :patient order by id")
                        .bind("patient", patientId)
                        .map((row, context) -> consent(row))
                        .list());
    }

    public List<Consent> set(String patientId, @Nullable String purpose, boolean granted, String by) {
        String about = purpose == null ? USUAL_PURPOSE : purpose;
        if (!PURPOSE.matcher(about).matches()) {
            throw new Unfit("purpose", "A purpose is a word of lower-case letters, such as photos or research.");
        }
        return transactions.in(handle -> {
            handle.execute("select 1 from patient where id = ? for update", patientId);
            write(handle, patientId, about, granted, by);
            if (isWithdrawn(handle, patientId)) {
                endShares(handle, patientId);
            }
            return current(patientId);
        });
    }

    static boolean isWithdrawn(Handle handle, String patientId) {
        return handle.createQuery("select exists (select 1 from (" + LATEST + ") as latest where not granted"
                        + " and purpose not in " + NOT_OF_SHARES + ")")
                .bind("patient", patientId)
                .mapTo(Boolean.class)
                .one();
    }

    private static void endShares(Handle handle, String patientId) {
        handle.execute("""
                update comparison c set version = version + 1 from share s
                where s.comparison_id = c.id and s.patient_id = ?""", patientId);
        handle.execute("delete from share where patient_id = ?", patientId);
    }

    private void write(Handle handle, String patientId, String purpose, boolean granted, String by) {
        handle.createUpdate("""
                        insert into consent (id, patient_id, purpose, granted, at, recorded_by)
                        values (:id, :patient, :purpose, :granted, :at, :by)""")
                .bind("id", ids.next())
                .bind("patient", patientId)
                .bind("purpose", purpose)
                .bind("granted", granted)
                .bind("at", clock.instant())
                .bind("by", by)
                .execute();
    }

    private static Consent consent(ResultSet row) throws SQLException {
        return new Consent(
                row.getString("purpose"),
                row.getBoolean("granted"),
                Columns.instant(row, "at"),
                row.getString("recorded_by"));
    }
}
