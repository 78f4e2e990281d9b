package rhytid.clinic;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rhytid.database.Transactions;

/** Takes everything away that is held on a patient. The audit log keeps that it was so, by ids alone. */
public final class Erasure {

    private static final Logger LOG = LoggerFactory.getLogger(Erasure.class);

    /** So long before their data are erased, patients are counted as due. */
    private static final Duration NOTICE = Duration.ofDays(90);

    private final Transactions transactions;
    private final StoredObjects objects;
    private final Clock clock;

    public Erasure(Transactions transactions, StoredObjects objects, Clock clock) {
        this.transactions = transactions;
        this.objects = objects;
        this.clock = clock;
    }

    /** Rows in one transaction, then the objects; if the store is away, they follow with the next sweep. */
    public void erase(String patientId) {
        transactions.run(handle -> {
            lock(handle, patientId);
            List<String> doomed = new ArrayList<>();
            PhotoRows.ofPatient(handle, patientId).forEach(photo -> doomed.addAll(Photos.all(photo.objects())));
            doomed.addAll(handle.createQuery("""
                            select i.object from comparison_image i join comparison c on c.id = i.comparison_id
                            where c.patient_id = :patient""")
                    .bind("patient", patientId)
                    .mapTo(String.class)
                    .list());
            forgetJobs(handle, patientId);
            handle.execute("delete from comparison where patient_id = ?", patientId);
            handle.execute("delete from patient where id = ?", patientId);
            objects.doom(handle, doomed);
        });
        if (!transactions.open()) {
            objects.sweep();
        }
    }

    /**
     * The rule of retention: erases patients about whom nothing was recorded for so long.
     *
     * @return the ids of those erased
     */
    public List<String> eraseUntouchedFor(Period time) {
        List<String> old = dueWithin(time, Duration.ZERO);
        for (String patient : old) {
            erase(patient);
            LOG.info("Retention is over: erased patient {}.", patient);
        }
        return old;
    }

    /**
     * The ids of patients whom the rule erases within 90 days, unless something is recorded about them.
     *
     * @param time null where nothing is erased
     */
    public List<String> dueSoon(@Nullable Period time) {
        return time == null ? List.of() : dueWithin(time, NOTICE);
    }

    private List<String> dueWithin(Period time, Duration notice) {
        Instant limit =
                clock.instant().plus(notice).atZone(ZoneOffset.UTC).minus(time).toInstant();
        return transactions.in(handle ->
                handle.createQuery("""
                        select p.id from patient p where p.changed_at < :limit
                          and not exists (select 1 from visit v where v.patient_id = p.id and v.created_at >= :limit)
                          and not exists (select 1 from photo f where f.patient_id = p.id and f.uploaded_at >= :limit)
                          and not exists
                              (select 1 from treatment t where t.patient_id = p.id and t.created_at >= :limit)
                          and not exists
                              (select 1 from comparison c where c.patient_id = p.id and c.created_at >= :limit)""").bind("limit", limit).mapTo(String.class).list());
    }

    /** In the order in which a comparison or an upload locks them, or one would wait for the other. */
    private static void lock(Handle handle, String patientId) {
        handle.execute("select id from patient where id = ? for update", patientId);
        handle.execute("select id from visit where patient_id = ? order by id for update", patientId);
    }

    private static void forgetJobs(Handle handle, String patientId) {
        handle.execute("""
                delete from scheduled_tasks where task_name = 'comparison' and not picked
                  and split_part(task_instance, '-', 1) in (select id from comparison where patient_id = ?)""", patientId);
    }
}
