package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhytid.TestDatabase;
import rhytid.TestS3;
import rhytid.database.DatabaseAddress;
import tools.jackson.databind.JsonNode;

/** Two processes on one PostgreSQL and one S3 server, one of them killed while it works. */
class TwoNodesTest {

    private static final int COMPARISONS = 6;

    @TempDir
    Path folder;

    @Test
    void nodeKilledWhileItWorksLosesNothingAndTheOtherTakesOver() throws Exception {
        DatabaseAddress database = TestDatabase.create();
        try (TestS3 s3 = TestS3.startLocal();
                NodeProcess first = start(database, s3, "first");
                NodeProcess second = start(database, s3, "second")) {
            HttpCalls admin = first.calls().signIn(TestNode.ADMIN, TestNode.PASSWORD);
            List<String> photos = new ArrayList<>();
            List<String> comparisons = begin(admin, photos);
            awaitWork(admin, comparisons);
            first.kill();
            HttpCalls left = second.calls().as(admin.token());
            for (String id : comparisons) {
                JsonNode end = left.finished(id);
                assertThat(end.get("status").asString()).as(id).isEqualTo("done");
                assertThat(end.get("images")).hasSize(1);
                left.get(end.at("/images/0/url").asString()).is(200);
            }
            for (String photo : photos) {
                left.get("/photos/" + photo + "/original").is(200);
            }
        }
    }

    private static List<String> begin(HttpCalls admin, List<String> photos) {
        List<String> comparisons = new ArrayList<>();
        String patient = Cast.patient(admin);
        List<Map<String, String>> pairs = new ArrayList<>();
        for (int i = 0; i < COMPARISONS; i++) {
            String before = Cast.visit(admin, patient, 10 + i);
            String after = Cast.visit(admin, patient, 100 + i);
            for (String visit : List.of(before, after)) {
                photos.add(admin.get("/visits/" + visit + "/photos")
                        .json()
                        .at("/items/0/id")
                        .asString());
            }
            pairs.add(Map.of("baselineVisit", before, "followUpVisit", after));
        }
        for (Map<String, String> pair : pairs) { // all at once: they are to be worked on together
            comparisons.add(admin.post("/comparisons", pair).is(202).id());
        }
        return comparisons;
    }

    /** Both nodes have two workers: with more than two at work, the first node works too. */
    private static void awaitWork(HttpCalls admin, List<String> comparisons) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < end) {
            long running = comparisons.stream()
                    .filter(id -> admin.get("/comparisons/" + id)
                            .json()
                            .get("status")
                            .asString()
                            .equals("running"))
                    .count();
            if (running > 2) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the nodes did not begin to work");
    }

    private NodeProcess start(DatabaseAddress database, TestS3 s3, String name) throws IOException {
        List<String> options = new ArrayList<>(NodeProcess.on(database));
        options.addAll(s3.options());
        options.add("--data=" + folder.resolve(name));
        return NodeProcess.start(NodeProcess.command(List.of("-Dslow=2000"), options), folder.resolve(name + ".log"));
    }
}
