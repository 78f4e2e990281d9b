package rhytid.service;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import rhytid.app.ServiceParts;
import rhytid.clinic.ComparisonProgress;
import rhytid.clinic.Comparisons;
import rhytid.clinic.PatientDetails;
import rhytid.clinic.Patients;
import rhytid.clinic.Photos;
import rhytid.clinic.StoredObjects;
import rhytid.clinic.Visit;
import rhytid.clinic.Visits;
import rhytid.database.Database;
import rhytid.database.DatabaseAddress;
import rhytid.database.Ids;
import rhytid.database.TimeOrderedIds;
import rhytid.database.Transactions;
import rhytid.face.Expression;
import rhytid.jobs.ComparisonJobs;
import rhytid.jobs.ComparisonWork;
import rhytid.jobs.JobSettings;
import rhytid.storage.PhotoStore;

/** The service's line of comparisons without its web part: what puts into it, and workers that take from it. */
final class LineOfWork implements AutoCloseable {

    static final int LONGEST = 100_000;

    private final Database database;
    private final Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    private final Ids ids = new TimeOrderedIds(clock, new SecureRandom());
    private final Transactions transactions;
    private final StoredObjects objects;

    LineOfWork(DatabaseAddress address, PhotoStore store, int connections) {
        database = Database.open(address, connections);
        transactions = database.transactions();
        store.prepare();
        objects = new StoredObjects(transactions, store, ids, clock);
    }

    static JobSettings settings(int workers) {
        return JobSettings.USUAL.with(workers, LONGEST);
    }

    /** Begins to take from it. */
    ComparisonJobs node(int workers, ComparisonWork work) {
        ComparisonJobs jobs = new ComparisonJobs(settings(workers), clock);
        jobs.start(database.dataSource(), new ComparisonProgress(transactions, objects, clock), work, () -> {});
        return jobs;
    }

    /** Puts so many comparisons of two visits with these photos into it. */
    void fill(int comparisons, byte[] before, byte[] after) throws Exception {
        Photos photos = new Photos(transactions, objects, new FakeLine(), ids, clock);
        String patient = new Patients(transactions, ids, clock)
                .create(new PatientDetails("Somebody", null, null, null, null, null, null, null, null))
                .id();
        Visits visits = new Visits(transactions, ids, clock);
        Visit first = visits.create(patient, null, List.of("rest"), null, "x");
        Visit second = visits.create(patient, null, List.of("rest"), null, "x");
        photos.put(first, Expression.REST, before, "x");
        photos.put(second, Expression.REST, after, "x");
        Comparisons line = new Comparisons(transactions, new ComparisonJobs(settings(1), clock), objects, ids, clock);
        for (int i = 0; i < comparisons; i++) {
            line.start(first, second, "x");
        }
    }

    /** How many came to their end, by their state. */
    Map<String, Long> states() {
        return transactions.in(handle -> handle.createQuery("select status, count(*) from comparison group by status")
                .reduceRows(new java.util.TreeMap<String, Long>(), (all, row) -> {
                    all.put(row.getColumn(1, String.class), row.getColumn(2, Long.class));
                    return all;
                }));
    }

    long done() {
        return states().getOrDefault("done", 0L);
    }

    /** Sessions of the database that wait for a lock now. */
    int waitingForLocks() {
        return transactions.in(
                handle -> handle.createQuery("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                        .mapTo(Integer.class)
                        .one());
    }

    void empty() {
        transactions.run(handle -> {
            handle.execute("delete from scheduled_tasks");
            handle.execute("delete from patient");
            handle.execute("delete from stored_object");
        });
    }

    @Override
    public void close() {
        database.close();
    }

    /** A process that does nothing but work on it, with the real line. */
    public static final class Worker {
        private Worker() {}

        /** URL USER PASSWORD FOLDER */
        public static void main(String[] args) throws Exception {
            LineOfWork line = new LineOfWork(
                    new DatabaseAddress(args[0], args[1], args[2]),
                    new rhytid.storage.FilePhotoStore(Path.of(args[3])),
                    6);
            line.node(1, ServiceParts.measuring(Path.of("models"), settings(1)).work());
            Thread.currentThread().join();
        }
    }
}
