package rhytid.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import rhytid.TestDatabase;
import rhytid.database.Database;
import rhytid.database.TimeOrderedIds;

/** Looking for one among many patients by a part of what they are called. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PatientSearchTest {

    private static final int MANY = 30_000;

    @AutoClose
    private final Database database = Database.open(TestDatabase.create(), 2);

    private final Clock clock = Clock.systemUTC();
    private final Patients patients =
            new Patients(database.transactions(), new TimeOrderedIds(clock, new SecureRandom()), clock);

    @BeforeAll
    void fill() {
        database.transactions().run(handle -> {
            handle.execute("""
                    insert into patient (id, given_name, family_name, reference, created_at, changed_at)
                    select '01p' || lpad(n::text, 23, '0'), 'Given' || n % 500, 'Family' || n, 'R-' || n, now(), now()
                    from generate_series(1, ?) n""", MANY);
            handle.execute("""
                    insert into patient (id, name, reference, created_at, changed_at)
                    values ('02p' || repeat('0', 23), 'Zoë 100% O’Neill_x', null, now(), now())""");
        });
        database.transactions().run(handle -> handle.execute("analyze patient"));
    }

    private List<String> found(String words) {
        return patients.page(words, null, 3).stream()
                .map(patient -> patient.details().shownName())
                .toList();
    }

    @Test
    void partsOfAllNamesLeadToThePatientWhateverTheirCase() {
        assertThat(found("family29876")).containsExactly("Given376 Family29876");
        assertThat(found("376 Family29876 R-29")).hasSize(1); // over the gaps between them
        assertThat(found("ZOË")).hasSize(1);
        assertThat(found("100% o’n")).hasSize(1);
        assertThat(found("neill_")).hasSize(1);
        assertThat(found("y_2987")).isEmpty();
        assertThat(found("Given")).hasSize(3);
        assertThat(found("1")).hasSize(3);
    }

    @Test
    void rareWordsAreFoundByTheIndexAlsoAfterManyCommonOnes() throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            found("Given");
        }
        long before = searches();
        for (int i = 0; i < 10; i++) {
            found("Family2" + i + "876");
        }
        long end = System.nanoTime() + 10_000_000_000L;
        while (searches() < before + 10 && System.nanoTime() < end) {
            Thread.sleep(200); // the server's statistics come late
        }
        assertThat(searches()).isGreaterThanOrEqualTo(before + 10);
    }

    private long searches() {
        return database.transactions()
                .apart(handle -> handle.createQuery("""
                        select idx_scan from pg_stat_user_indexes where indexrelname = 'patient_words'""").mapTo(Long.class).one());
    }
}
