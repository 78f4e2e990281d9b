package rhytid.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import rhytid.clinic.Photo.PhotoObjects;
import rhytid.clinic.PhotoCheck.Verdict;
import rhytid.database.Transactions;
import rhytid.face.Expression;

class PhotoChecksTest {

    private static final Photo PHOTO = new Photo(
            "p",
            "v",
            "patient",
            "rest",
            new PhotoObjects("o", "f", "p", "t"),
            1,
            1,
            "jpeg",
            null,
            Instant.EPOCH,
            "somebody",
            null,
            PhotoCheck.NOT_CHECKED);

    @Test
    void looksThatHangKeepTheirPlacesAndNobodyWaitsForThem() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        PhotoChecks checks = new PhotoChecks(nowhere(), new Hanging(never, begun), Duration.ofMillis(200));
        for (int upload = 0; upload < 4; upload++) {
            Photo kept = checks.checked(PHOTO, () -> PhotoAsked.of(Expression.REST), new byte[0]);
            assertThat(kept.check().verdict()).isEqualTo(Verdict.NOT_CHECKED);
        }
        assertThat(begun).as("no third one was begun").hasValue(2);
        never.countDown();
    }

    /** What was not checked is not written. */
    private static Transactions nowhere() {
        return new Transactions(Jdbi.create("jdbc:postgresql://127.0.0.1:1/nowhere"));
    }

    private record Hanging(CountDownLatch never, AtomicInteger begun) implements PhotoIntake {

        @Override
        public Intake take(byte[] content) {
            return new Intake.NotTaken("unasked", "");
        }

        @Override
        public Optional<FaceOutline> outline(byte[] content) {
            return Optional.empty();
        }

        /** As native code does: deaf to interruption. */
        @Override
        public PhotoCheck check(byte[] content, PhotoAsked asked) {
            begun.incrementAndGet();
            while (true) {
                try {
                    never.await();
                    return new PhotoCheck(Verdict.FIT, List.of(), List.of());
                } catch (InterruptedException e) {
                    continue;
                }
            }
        }
    }
}
