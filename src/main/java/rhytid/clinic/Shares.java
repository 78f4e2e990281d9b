package rhytid.clinic;

import java.time.Clock;
import rhytid.database.Transactions;
import rhytid.fault.Conflict;

/** What patients see of their comparisons. */
public final class Shares {

    private final Transactions transactions;
    private final Clock clock;

    public Shares(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Lets the patient see it; harmless when they do.
     *
     * @throws Conflict when there is nothing to see yet, or the patient withdrew their consent
     */
    public void share(Comparison comparison, String by) {
        if (comparison.status() != Comparison.Status.DONE) {
            throw new Conflict("not-done", "Only a comparison that is done can be shared.");
        }
        transactions.run(handle -> {
            // Waits for a withdrawal under way, so that none is overtaken.
            handle.execute("select 1 from patient where id = ? for update", comparison.patientId());
            if (Consents.isWithdrawn(handle, comparison.patientId())) {
                throw new Conflict("consent-withdrawn", "The patient withdrew their consent to this.");
            }
            int added = handle.createUpdate("""
                            insert into share (comparison_id, patient_id, shared_at, shared_by)
                            values (:id, :patient, :now, :by) on conflict do nothing""")
                    .bind("id", comparison.id())
                    .bind("patient", comparison.patientId())
                    .bind("now", clock.instant())
                    .bind("by", by)
                    .execute();
            handle.execute("update comparison set version = version + ? where id = ?", added, comparison.id());
        });
    }

    /** Takes it away from the patient's eyes; harmless when it is. */
    public void end(Comparison comparison) {
        transactions.run(handle -> {
            int ended = handle.execute("delete from share where comparison_id = ?", comparison.id());
            handle.execute("update comparison set version = version + ? where id = ?", ended, comparison.id());
        });
    }
}
