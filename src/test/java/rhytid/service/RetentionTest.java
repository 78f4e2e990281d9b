package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.Test;
import rhytid.clinic.Erasure;
import rhytid.clinic.StoredObjects;
import rhytid.database.Database;
import rhytid.database.TimeOrderedIds;
import rhytid.database.Transactions;
import rhytid.storage.FilePhotoStore;
import rhytid.storage.Shelf;

/** The rule of retention, eleven years on. */
class RetentionTest {

    private static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofDays(11 * 366L));

    @Test
    void erasesWhoWasNotTouchedForSoLongAndNobodyElse() {
        try (TestNode node = TestNode.start();
                Database database = Database.open(node.database, 2);
                FilePhotoStore store = new FilePhotoStore(node.folder.resolve("photos"))) {
            HttpCalls admin = node.admin();
            String patient = Cast.patient(admin);
            String visit = Cast.visit(admin, patient, 60);
            assertThat(erasure(database, store, Clock.systemUTC()).eraseUntouchedFor(Period.ofYears(10)))
                    .isEmpty();
            admin.get("/visits/" + visit).is(200);
            assertThat(erasure(database, store, LATER).eraseUntouchedFor(Period.ofYears(10)))
                    .containsExactly(patient);
            admin.get("/patients/" + patient).is(404);
            assertThat(store.list(Shelf.ORIGINALS, "")).isEmpty();
        }
    }

    private static Erasure erasure(Database database, FilePhotoStore store, Clock clock) {
        Transactions transactions = database.transactions();
        TimeOrderedIds ids = new TimeOrderedIds(clock, new SecureRandom());
        return new Erasure(transactions, new StoredObjects(transactions, store, ids, clock), clock);
    }
}
