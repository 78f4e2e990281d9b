package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import rhytid.TestDatabase;
import rhytid.database.DatabaseAddress;
import rhytid.jobs.JobSettings;
import rhytid.service.HttpCalls.Reply;
import tools.jackson.databind.JsonNode;

/** A node that is told to stop ends what it began, or gives it back. */
class StopTest {

    private static final long UPLOAD_TAKES_MS = 1500;
    private static final JobSettings IMPATIENT = TestNode.jobs(Duration.ofSeconds(1), Duration.ofMillis(500));

    @Test
    void requestsUnderWayEndAndComparisonsThatTakeTooLongGoBackIntoTheLine() throws Exception {
        DatabaseAddress database = TestDatabase.create();
        JobSettings patientButStopping = TestNode.jobs(Duration.ofMinutes(2), Duration.ofMillis(500));
        String comparison;
        String token;
        TestNode node = TestNode.start(database, patientButStopping);
        try {
            HttpCalls admin = node.admin();
            token = admin.token();
            String patient = Cast.patient(admin);
            String before = Cast.visit(admin, patient, 20);
            String after = Cast.visit(admin, patient, 120);
            node.line.takesMs(FakeLine.FAR_TOO_LONG_MS);
            comparison = admin.post("/comparisons", Map.of("baselineVisit", before, "followUpVisit", after))
                    .is(202)
                    .id();
            admin.await(comparison, "running");
            node.line.slowCheckMs = UPLOAD_TAKES_MS;
            CompletableFuture<Reply> upload = CompletableFuture.supplyAsync(
                    () -> admin.upload("/visits/" + after + "/photos/frown", FakeLine.photo(60)));
            CompletableFuture<Reply> events =
                    CompletableFuture.supplyAsync(() -> admin.get("/comparisons/" + comparison + "/events"));
            Thread.sleep(UPLOAD_TAKES_MS / 2);
            long start = System.nanoTime();
            node.service.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            assertThat(upload.get(1, TimeUnit.SECONDS)
                            .is(201)
                            .json()
                            .at("/check/verdict")
                            .asString())
                    .isEqualTo("fit");
            assertThat(events.get(1, TimeUnit.SECONDS).is(200).text())
                    .contains("\"status\":\"running\"")
                    .endsWith("\n\n");
            assertThatThrownBy(() -> admin.get("/me")).as("nobody is let in").isInstanceOf(IllegalStateException.class);
        } finally {
            node.close();
        }
        try (TestNode next = TestNode.start(database, "--data=" + node.folder)) {
            JsonNode done = next.calls().as(token).finished(comparison);
            assertThat(done.get("status").asString()).isEqualTo("done");
        }
    }

    @Test
    void aNodeWorksOnNoMoreAtOnceThanItIsToldTo() {
        try (TestNode node = TestNode.start()) {
            HttpCalls admin = node.admin();
            String patient = Cast.patient(admin);
            String before = Cast.visit(admin, patient, 20);
            String after = Cast.visit(admin, patient, 120);
            node.line.takesMs(300);
            List<String> all = new ArrayList<>();
            for (int i = 0; i < 3 * TestNode.QUICK_JOBS.workers(); i++) {
                all.add(admin.post("/comparisons", Map.of("baselineVisit", before, "followUpVisit", after))
                        .is(202)
                        .id());
            }
            all.forEach(admin::finished);
            assertThat(node.line.comparing).hasValue(TestNode.QUICK_JOBS.workers());
        }
    }

    @Test
    void anAttemptThatHangsIsCutOffAndCountedUntilItIsGivenUp() {
        try (TestNode node = TestNode.start(TestDatabase.create(), IMPATIENT)) {
            node.line.takesMs(FakeLine.FAR_TOO_LONG_MS);
            JsonNode failed = Cast.compared(node.admin());
            assertThat(failed.get("status").asString()).isEqualTo("failed");
            assertThat(failed.get("failure").asString()).contains("3 times").contains("TimeoutException");
            assertThat(node.line.compared).hasValue(IMPATIENT.attempts());
        }
    }
}
