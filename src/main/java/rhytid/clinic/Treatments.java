package rhytid.clinic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rhytid.database.Transactions;
import rhytid.database.Violations;
import rhytid.fault.NotThere;
import rhytid.fault.Unfit;
import tools.jackson.databind.JsonNode;

/** What the clinic's injectors did. */
public final class Treatments {

    private final Transactions transactions;

    public Treatments(Transactions transactions) {
        this.transactions = transactions;
    }

    public Treatment record(Treatment treatment) {
        transactions.run(handle -> Violations.explain(() -> insert(handle, treatment), Treatments::unfit));
        return treatment;
    }

    public List<Treatment> page(String patientId, @Nullable String before, int limit) {
        return transactions.in(handle -> handle.createQuery("""
                        select * from treatment
                        where patient_id = :patient and (cast(:before as text) is null or id < :before)
                        order by id desc limit :limit""")
                .bind("patient", patientId)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> treatment(row))
                .list());
    }

    /**
     * Whether the patient may have been treated before the day of a visit: a treatment or an earlier visit is on
     * record, for not every clinic writes its treatments down here. On the day of a treatment photos are taken first.
     */
    static boolean maybeBefore(Handle handle, Visit visit) {
        return handle.createQuery("""
                        select exists (select 1 from treatment where patient_id = :patient and date < :day)
                            or exists (select 1 from visit where patient_id = :patient and date < :day)""")
                .bind("patient", visit.patientId())
                .bind("day", visit.date())
                .mapTo(Boolean.class)
                .one();
    }

    private static int insert(Handle handle, Treatment treatment) {
        JsonNode byArea = treatment.unitsByArea();
        return handle.createUpdate("""
                        insert into treatment
                            (id, patient_id, date, product, areas, units, units_by_area, note, created_at, created_by)
                        values (:id, :patient, :date, :product, :areas, :units, cast(:byArea as json), :note, :now,
                            :by)""")
                .bind("id", treatment.id())
                .bind("patient", treatment.patientId())
                .bind("date", treatment.date())
                .bind("product", treatment.product())
                .bindArray("areas", String.class, treatment.areas())
                .bind("units", treatment.units())
                .bind("byArea", byArea == null ? null : byArea.toString())
                .bind("note", treatment.note())
                .bind("now", treatment.createdAt())
                .bind("by", treatment.createdBy())
                .execute();
    }

    private static RuntimeException unfit(String constraint, RuntimeException fault) {
        if (constraint.equals("treatment_patient_id_fkey")) {
            return new NotThere("patient");
        }
        return constraint.startsWith("treatment_")
                ? new Unfit("treatment", "A treatment has a product, one area or more, and more than 0 units.")
                : fault;
    }

    private static Treatment treatment(ResultSet row) throws SQLException {
        return new Treatment(
                row.getString("id"),
                row.getString("patient_id"),
                Columns.date(row, "date"),
                row.getString("product"),
                Columns.texts(row, "areas"),
                row.getBigDecimal("units"),
                Columns.jsonOrNull(row, "units_by_area"),
                row.getString("note"),
                Columns.instant(row, "created_at"),
                row.getString("created_by"));
    }
}
