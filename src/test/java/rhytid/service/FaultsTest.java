package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rhytid.TestDatabase;
import rhytid.TestS3;
import rhytid.database.DatabaseAddress;
import rhytid.service.HttpCalls.Reply;

/** A part of the service goes away in the middle of the work, and comes back. */
class FaultsTest {

    /** What a balancer waits for at most before it takes a node out. */
    private static final Duration PROBE = Duration.ofSeconds(4);

    @Test
    void withoutTheStoreUploadsAreToComeBackAndWorkWaitsForIt() {
        try (TestS3 s3 = TestS3.startLocal();
                TestNode node = TestNode.start(s3.options().toArray(String[]::new))) {
            HttpCalls admin = node.admin();
            String patient = Cast.patient(admin);
            String before = Cast.visit(admin, patient, 20);
            String after = Cast.visit(admin, patient, 120);
            String path = "/visits/" + after + "/photos/frown";
            ready(node, 200);
            s3.pause();
            Reply away = admin.upload(path, FakeLine.photo(130)).is(503);
            assertThat(away.header("Retry-After")).isNotNull();
            assertThat(ready(node, 503).json().at("/parts/photos").asString()).isEqualTo("down");
            assertThat(admin.get("/visits/" + after + "/photos").json().get("items"))
                    .as("nothing half visible")
                    .hasSize(1);
            String comparison = admin.post("/comparisons", Map.of("baselineVisit", before, "followUpVisit", after))
                    .is(202)
                    .id();
            s3.resume();
            ready(node, 200);
            admin.upload(path, FakeLine.photo(130)).is(201);
            assertThat(admin.finished(comparison).get("status").asString()).isEqualTo("done");
        }
    }

    @Test
    void withoutTheDatabaseEverythingIsToComeBackAndWorkGoesOnByItself() throws InterruptedException {
        DatabaseAddress direct = TestDatabase.create();
        try (Relay cable = new Relay(port(direct));
                TestNode node = TestNode.start(through(cable, direct))) {
            HttpCalls admin = node.admin();
            String patient = Cast.patient(admin);
            String before = Cast.visit(admin, patient, 20);
            String after = Cast.visit(admin, patient, 120);
            node.line.takesMs(FakeLine.FAR_TOO_LONG_MS);
            String comparison = admin.post("/comparisons", Map.of("baselineVisit", before, "followUpVisit", after))
                    .is(202)
                    .id();
            admin.await(comparison, "running");
            cable.pullOut();
            node.line.takesMs(0); // it ends, and cannot be written down
            long start = System.nanoTime();
            List<Reply> answers = atOnce(
                    () -> admin.get("/patients/" + patient),
                    () -> admin.post("/patients", Map.of("name", "Nobody")),
                    () -> admin.upload("/visits/" + after + "/photos/frown", FakeLine.photo(130)));
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("three seconds for a connection, on a busy machine")
                    .isLessThan(Duration.ofSeconds(6));
            for (Reply away : answers) {
                away.is(503);
                assertThat(away.header("Retry-After")).isNotNull();
                assertThat(away.json().get("code").asString()).isEqualTo("unavailable");
            }
            assertThat(ready(node, 503).json().at("/parts/database").asString()).isEqualTo("down");
            node.pages().get("/health/live").is(200);
            cable.putIn();
            awaitReady(node);
            assertThat(admin.get("/visits/" + after + "/photos").is(200).json().get("items"))
                    .hasSize(1);
            admin.upload("/visits/" + after + "/photos/frown", FakeLine.photo(130))
                    .is(201);
            assertThat(admin.finished(comparison).get("status").asString()).isEqualTo("done");
        }
    }

    private static int port(DatabaseAddress database) {
        return URI.create(database.url().substring("jdbc:".length())).getPort();
    }

    private static DatabaseAddress through(Relay cable, DatabaseAddress direct) {
        String url = direct.url().replace(":" + port(direct) + "/", ":" + cable.port() + "/");
        return new DatabaseAddress(url, direct.user(), direct.password());
    }

    /** Each waits for the database as long as it may. */
    @SafeVarargs
    private static List<Reply> atOnce(Supplier<Reply>... calls) {
        return Stream.of(calls).map(CompletableFuture::supplyAsync).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }

    @Test
    void anUploadThatTheDatabaseLeftInTheMiddleIsThereWholeOnceItIsPutAgain() throws Exception {
        DatabaseAddress direct = TestDatabase.create();
        try (Relay cable = new Relay(port(direct));
                TestNode node = TestNode.start(through(cable, direct))) {
            HttpCalls admin = node.admin();
            String visit = Cast.visit(admin, Cast.patient(admin), 20);
            String path = "/visits/" + visit + "/photos/frown";
            node.line.slowCheckMs = 1500; // kept by then, and looked at
            CompletableFuture<Reply> upload =
                    CompletableFuture.supplyAsync(() -> admin.upload(path, FakeLine.photo(130)));
            Thread.sleep(500);
            cable.pullOut();
            Reply left = upload.get(60, TimeUnit.SECONDS);
            assertThat(left.status()).isIn(201, 503);
            if (left.status() == 503) {
                assertThat(left.header("Retry-After")).isNotNull();
            }
            cable.putIn();
            awaitReady(node);
            node.line.slowCheckMs = 0;
            Reply again = admin.upload(path, FakeLine.photo(130));
            assertThat(again.status()).isIn(200, 201);
            assertThat(again.json().at("/check/verdict").asString()).isEqualTo("fit");
            assertThat(admin.get("/visits/" + visit + "/photos?earlier=true")
                            .json()
                            .get("items"))
                    .as("the first and this one, once")
                    .hasSize(2);
            admin.get("/photos/" + again.id() + "/original").is(200);
            admin.get("/photos/" + again.id() + "/thumbnail").is(200);
        }
    }

    /** An export that is not whole must not look as if it were. */
    @Test
    void anExportThatCannotBeWholeIsAnErrorOrBreaksOff() throws Exception {
        try (TestNode node = TestNode.start()) {
            Cast cast = Cast.of(node);
            String few = cast.maraId();
            cast.comparison(few);
            String many = cast.noraId();
            List<Path> ofFew = originals(node);
            grainyVisit(cast, many);
            List<Path> exportedLate = originals(node); // the latest visit comes first
            exportedLate.removeAll(ofFew);
            grainyVisit(cast, many);
            cast.admin().get("/patients/" + few + "/export").is(200);
            for (Path original : ofFew) {
                Files.write(original, new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
            }
            Reply soon = cast.admin().get("/patients/" + few + "/export").is(500);
            assertThat(soon.header("Content-Type")).startsWith("application/problem+json");
            assertThat(soon.json().get("code").asString()).isEqualTo("fault");
            assertThat(exportedLate).isNotEmpty();
            for (Path original : exportedLate) {
                Files.write(original, new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
            }
            assertThatThrownBy(() -> cast.admin().get("/patients/" + many + "/export"))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    /** Grain can't be pressed together: what is exported of it is more than the server holds back. */
    private static void grainyVisit(Cast cast, String patient) {
        BufferedImage grain = new BufferedImage(400, 600, BufferedImage.TYPE_INT_RGB);
        int[] pixels = new Random(1).ints(400L * 600).toArray();
        grain.setRGB(0, 0, 400, 600, pixels, 0, 400);
        String visit = cast.visit(patient, 1);
        cast.admin()
                .upload("/visits/" + visit + "/photos/frown", FakeLine.jpeg(grain))
                .is(201);
    }

    private static List<Path> originals(TestNode node) throws IOException {
        try (Stream<Path> files = Files.walk(node.folder.resolve("photos").resolve("originals"))) {
            return new ArrayList<>(files.filter(Files::isRegularFile).toList());
        }
    }

    private static Reply ready(TestNode node, int status) {
        long start = System.nanoTime();
        Reply reply = node.pages().get("/health/ready");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PROBE);
        return reply.is(status);
    }

    private static void awaitReady(TestNode node) throws InterruptedException {
        HttpCalls calls = node.pages();
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < end && calls.get("/health/ready").status() != 200) {
            Thread.sleep(200);
        }
        ready(node, 200);
    }
}
