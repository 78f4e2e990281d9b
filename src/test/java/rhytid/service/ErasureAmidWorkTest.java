package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import rhytid.service.HttpCalls.Reply;

/**
 * Patient, visits and course are locked in one order by all that write: nobody waits for somebody who waits for them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureAmidWorkTest {

    private static final int ROUNDS = 25;

    @AutoClose
    private final TestNode node = TestNode.start();

    private final HttpCalls admin = node.admin();

    @Test
    void aPatientIsErasedWhileOthersUploadTreatAndCompare() {
        for (int i = 0; i < ROUNDS; i++) {
            String patient = Cast.patient(admin);
            String before = Cast.visit(admin, patient, 20);
            String after = Cast.visit(admin, patient, 120);
            int shade = i;
            List<Reply> replies = atOnce(
                    () -> admin.upload("/visits/" + before + "/photos/rest", FakeLine.photo(30 + shade)),
                    () -> admin.upload("/visits/" + after + "/photos/frown", FakeLine.photo(60 + shade)),
                    () -> admin.post(
                            "/patients/" + patient + "/treatments",
                            Map.of(
                                    "date",
                                    "2026-03-02",
                                    "product",
                                    "toxin",
                                    "areas",
                                    List.of("glabella"),
                                    "units",
                                    20)),
                    () -> admin.post("/comparisons", Map.of("baselineVisit", before, "followUpVisit", after)),
                    () -> admin.post("/comparisons", Map.of("baselineVisit", after, "followUpVisit", before)),
                    () -> admin.delete("/patients/" + patient));
            assertThat(replies)
                    .extracting(Reply::status)
                    .as("done, or the patient is gone")
                    .allMatch(status -> List.of(200, 201, 202, 204, 404, 409).contains(status));
            admin.get("/patients/" + patient).is(404);
        }
    }

    @SafeVarargs
    private static List<Reply> atOnce(Supplier<Reply>... calls) {
        return Stream.of(calls).map(CompletableFuture::supplyAsync).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }
}
