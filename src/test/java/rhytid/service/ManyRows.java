package rhytid.service;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntConsumer;
import rhytid.account.AuditFilter;
import rhytid.account.AuditLog;
import rhytid.clinic.Comparisons;
import rhytid.clinic.Erasure;
import rhytid.clinic.Holdings;
import rhytid.clinic.Patients;
import rhytid.clinic.PhotoIntake;
import rhytid.clinic.Photos;
import rhytid.clinic.StoredObjects;
import rhytid.clinic.Treatments;
import rhytid.clinic.Visits;
import rhytid.clinic.WorkList;
import rhytid.database.Database;
import rhytid.database.EmbeddedPostgres;
import rhytid.database.Ids;
import rhytid.database.TimeOrderedIds;
import rhytid.database.Transactions;
import rhytid.jobs.ComparisonJobs;
import rhytid.jobs.JobSettings;
import rhytid.storage.FilePhotoStore;

/**
 * What the service's own queries take in a database of millions of photos. The rows are made by SQL and have no bytes
 * in the store; a patient's visits lie as far apart in the tables as they do in time. Results of comparisons are as
 * good as empty (whole ones would take 200 GB and lie outside of the rows either way), and of a photo's four objects
 * one has a row.
 */
final class ManyRows {

    private static final int VISITS_OF_A_PATIENT = 10;
    private static final int PHOTOS_OF_A_VISIT = 5;
    private static final int DAYS_BETWEEN = 60;
    private static final int ASKED = 40;
    private static final int UNDECIDED_EACH = 200;

    private final int patients;
    private final Transactions transactions;
    private final Random random = new Random(1);

    private ManyRows(int patients, Transactions transactions) {
        this.patients = patients;
        this.transactions = transactions;
    }

    /** Makes them in the folder, unless they are there from an earlier run. */
    static void measure(Path folder, int photos) throws Exception {
        int patients = photos / PHOTOS_OF_A_VISIT / VISITS_OF_A_PATIENT;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, new SecureRandom());
                Database database = Database.open(postgres.address(), 4);
                FilePhotoStore store = new FilePhotoStore(folder.resolve("photos"))) {
            store.prepare();
            if (Files.notExists(folder.resolve("filled"))) {
                fill(database, patients);
                Files.writeString(folder.resolve("filled"), "");
            }
            new ManyRows(patients, database.transactions()).ask(store);
        }
    }

    private static void fill(Database database, int patients) throws SQLException {
        long visits = (long) patients * VISITS_OF_A_PATIENT;
        long photos = visits * PHOTOS_OF_A_VISIT;
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set statement_timeout = 0");
            statement.execute("set session_replication_role = replica"); // no look at what rows refer to, one by one
            statement.execute("alter system set max_wal_size = '8GB'");
            statement.execute("select pg_reload_conf()");
            statement.execute("""
                    create function pg_temp.id(kind text, n bigint) returns text language sql immutable
                    as $$ select '01' || kind || lpad(n::text, 23, '0') $$""");
            statement.execute("""
                    create function pg_temp.day(visit bigint, patients bigint) returns date language sql stable
                    as $$ select current_date - (%1$d * (%2$d - 1 - visit / patients)
                                 + %1$d - 1 - (visit %% patients) * %1$d / patients)::int $$""".formatted(DAYS_BETWEEN, VISITS_OF_A_PATIENT));
            run(statement, "patients", """
                    insert into patient (id, given_name, family_name, reference, birth_date, created_at, changed_at)
                    select pg_temp.id('p', n), 'Given' || n %% 5000, 'Family' || n %% 20000, 'R-' || n, '1970-01-01', t, t
                    from (select n, pg_temp.day(n, %1$d)::timestamptz as t from generate_series(0, %1$d - 1::bigint) n) x
                    """.formatted(patients));
            run(statement, "treatments", """
                    insert into treatment (id, patient_id, date, product, areas, units, created_at, created_by)
                    select pg_temp.id('t', v), pg_temp.id('p', v %% %1$d), pg_temp.day(v, %1$d), 'onabotulinumtoxinA',
                           array['glabella', 'forehead'], 30, pg_temp.day(v, %1$d), 'x'
                    from generate_series(0, %2$d - 1::bigint) v where v / %1$d %% 2 = 0""".formatted(patients, visits));
            run(statement, "visits", """
                    insert into visit (id, patient_id, date, expressions, created_at, created_by, photographed_at)
                    select pg_temp.id('v', v), pg_temp.id('p', v %% %1$d), d, array['rest','brow-raise','frown','smile','chin'],
                           d, 'x', d + interval '10 hours'
                    from (select v, pg_temp.day(v, %1$d) as d from generate_series(0, %2$d - 1::bigint) v) x""".formatted(patients, visits));
            run(statement, "stored objects", """
                    insert into stored_object (id, shelf, object_key, sha256, size, content_type, state, since)
                    select pg_temp.id('a', n), 'originals', right(n::text, 2) || '/' || pg_temp.id('a', n), repeat('0', 64),
                           3000000, 'application/octet-stream', 'live', now()
                    from generate_series(0, %d - 1::bigint) n""".formatted(photos));
            run(statement, "photos", """
                    insert into photo (id, visit_id, patient_id, expression, original, "full", preview, thumbnail, width,
                        height, format, uploaded_at, uploaded_by, verdict, objections, warnings)
                    select pg_temp.id('f', n), pg_temp.id('v', n / 5), pg_temp.id('p', n / 5 %% %1$d),
                           (array['rest','brow-raise','frown','smile','chin'])[n %% 5 + 1], pg_temp.id('a', n),
                           pg_temp.id('b', n), pg_temp.id('c', n), pg_temp.id('d', n), 3000, 4000, 'jpeg',
                           pg_temp.day(n / 5, %1$d) + interval '10 hours', 'x', 'fit', '[]', '[]'
                    from generate_series(0, %2$d - 1::bigint) n""".formatted(patients, photos));
            run(statement, "comparisons", """
                    insert into comparison (id, patient_id, baseline_visit, follow_up_visit, status, progress, result,
                        created_at, created_by, finished_at, findings, decided)
                    select pg_temp.id('c', v), pg_temp.id('p', v %% %1$d), pg_temp.id('v', v %% %1$d), pg_temp.id('v', v),
                           'done', 1, '{"findings": []}', d, 'x', d, 2, v < %2$d - %3$d
                    from (select v, pg_temp.day(v, %1$d) + interval '11 hours' as d
                          from generate_series(%1$d, %2$d - 1::bigint) v) x""".formatted(patients, visits, UNDECIDED_EACH));
            run(statement, "audit", """
                    insert into audit (id, at, actor, role, action, outcome, patient_id, subject)
                    select pg_temp.id('e', n), now() - (%1$d - n) * interval '5 seconds', 'actor' || n %% 40, 'injector',
                           case when n %% 1000000 = 0 then 'erase-patient' else 'read-photo' end, 'allowed',
                           pg_temp.id('p', n %% %2$d), 's'
                    from generate_series(0, %1$d - 1::bigint) n""".formatted(photos, patients));
            run(statement, "statistics", "vacuum analyze");
        }
    }

    private static void run(Statement statement, String what, String sql) throws SQLException {
        long start = System.nanoTime();
        int rows = statement.executeUpdate(sql);
        System.out.printf(
                "%s: %d rows in %d s%n",
                what, rows, Duration.ofNanos(System.nanoTime() - start).toSeconds());
    }

    private void ask(FilePhotoStore store) {
        Clock clock = Clock.systemDefaultZone();
        Ids ids = new TimeOrderedIds(clock, new SecureRandom());
        StoredObjects objects = new StoredObjects(transactions, store, ids, clock);
        ComparisonJobs jobs = new ComparisonJobs(JobSettings.USUAL, clock);
        Patients people = new Patients(transactions, ids, clock);
        Visits visits = new Visits(transactions, ids, clock);
        Photos photos = new Photos(transactions, objects, new NoIntake(), ids, clock);
        Comparisons comparisons = new Comparisons(transactions, jobs, objects, ids, clock);
        Treatments treatments = new Treatments(transactions);
        WorkList work = new WorkList(transactions, clock);
        AuditLog audit = new AuditLog(transactions, ids, clock);
        AuditFilter all = new AuditFilter(null, null, null, null, null, null, null);
        System.out.println("\n| query | p50 ms | most ms |\n|---|---:|---:|");
        time("patients, first page", n -> people.page(null, null, 51));
        time("patients, from the middle", n -> people.page(null, patient(), 51));
        time("patients, by a part of the name", n -> people.page("Family" + random.nextInt(20000), null, 51));
        time("a patient", n -> people.get(patient()));
        time("a patient's visits", n -> visits.page(patient(), null, 200));
        time("a patient's treatments", n -> treatments.page(patient(), null, 200));
        time("a patient's photos", n -> photos.shownOf(patient()));
        time("a patient's comparisons", n -> comparisons.page(patient(), null, 200));
        time("a baseline's follow-ups, with results", n -> comparisons.series(visit()));
        time("a visit's photos", n -> photos.ofVisit(visit(), false));
        time("work list: results that wait", n -> work.waiting());
        time("work list: photos that came in", n -> work.cameIn());
        time("work list: photos that are due", n -> work.due());
        time("the line's state", n -> comparisons.line());
        time("comparisons that failed", n -> comparisons.failed(null, 50));
        time("audit, first page", n -> audit.page(null, all, 51));
        time(
                "audit of a patient",
                n -> audit.page(null, new AuditFilter(patient(), null, null, null, null, null, null), 51));
        time(
                "audit of a rare action",
                n -> audit.page(null, new AuditFilter(null, null, null, "erase-patient", null, null, null), 51));
        time("who looked at a patient's", n -> audit.sightings(patient(), clock.getZone(), (LocalDate) null, 31));
        time("whom retention erases", n -> new Erasure(transactions, objects, clock).dueSoon(Period.ofYears(10)));
        time("holdings, counted anew", n -> new Holdings(transactions, store, clock).state());
    }

    private String patient() {
        return "01p" + "%023d".formatted(random.nextInt(patients));
    }

    private String visit() {
        return "01v" + "%023d".formatted(random.nextInt(patients));
    }

    private static void time(String what, IntConsumer ask) {
        double[] took = new double[ASKED];
        long patience = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        int asked = 0;
        while (asked < ASKED && System.nanoTime() < patience) {
            long start = System.nanoTime();
            ask.accept(asked);
            took[asked] = (System.nanoTime() - start) / 1e6;
            asked++;
        }
        Arrays.sort(took, 0, asked);
        System.out.printf("| %s | %.1f | %.1f |%n", what, took[asked / 2], took[asked - 1]);
    }

    /** Nothing is uploaded here. */
    private static final class NoIntake implements PhotoIntake {
        @Override
        public Intake take(byte[] content) {
            throw new UnsupportedOperationException();
        }

        @Override
        public rhytid.clinic.PhotoCheck check(byte[] content, rhytid.clinic.PhotoAsked asked) {
            throw new UnsupportedOperationException();
        }

        @Override
        public java.util.Optional<rhytid.clinic.FaceOutline> outline(byte[] content) {
            throw new UnsupportedOperationException();
        }
    }
}
