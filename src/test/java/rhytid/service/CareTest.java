package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import rhytid.service.HttpCalls.Reply;
import tools.jackson.databind.JsonNode;

/** That nothing is lost, made twice, overwritten unseen, or left behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CareTest {

    @AutoClose
    private final TestNode node = TestNode.start();

    private final HttpCalls admin = node.admin();

    @Test
    void theSameKeyMakesOneThingHoweverOftenAndAtOnce() throws InterruptedException {
        String body = "Key " + System.nanoTime();
        List<Reply> replies = java.util.Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            threads.add(Thread.ofVirtual()
                    .start(() -> replies.add(
                            admin.post("/patients", Map.of("name", body), "Idempotency-Key", "k-" + body))));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(replies).hasSize(6).allMatch(reply -> reply.status() == 201);
        assertThat(replies.stream().map(Reply::id).distinct()).hasSize(1);
        assertThat(replies.stream().map(reply -> reply.header("Location")).distinct())
                .hasSize(1);
        assertThat(admin.get("/patients?q=" + body.replace(" ", "%20")).json().get("items"))
                .hasSize(1);
        admin.post("/patients", Map.of("name", "Another"), "Idempotency-Key", "k-" + body)
                .is(422);
    }

    @Test
    void changeOfAStaleVersionIsTurnedAway() {
        Reply created = admin.post("/patients", Map.of("name", "Before", "phone", "0123"))
                .is(201);
        String path = "/patients/" + created.id();
        admin.patch(path, Map.of("name", "After")).is(428);
        Reply changed = admin.patch(path, Map.of("name", "After"), "If-Match", created.header("ETag"))
                .is(200);
        assertThat(changed.json().get("phone").asString()).isEqualTo("0123");
        admin.patch(path, Map.of("name", "Late"), "If-Match", created.header("ETag"))
                .is(412);
        assertThat(admin.get(path).header("ETag")).isEqualTo(changed.header("ETag"));
    }

    @Test
    void reviewNeedsTheVersionItSpeaksOf() {
        JsonNode comparison = Cast.compared(admin);
        String path = "/comparisons/" + comparison.get("id").asString();
        String etag = admin.get(path).header("ETag");
        admin.put(path + "/review", Map.of("decision", "accept")).is(428);
        admin.put(path + "/review", Map.of("decision", "maybe"), "If-Match", etag)
                .is(422);
        admin.put(path + "/review", Map.of("decision", "accept"), "If-Match", etag)
                .is(200);
        admin.put(path + "/review", Map.of("decision", "retake"), "If-Match", etag)
                .is(412);
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepeat() {
        String word = "Page" + System.nanoTime();
        for (int i = 0; i < 5; i++) {
            admin.post("/patients", Map.of("name", word + " " + i)).is(201);
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    admin.get("/patients?q=" + word + "&limit=2" + cursor).json();
            page.get("items").forEach(item -> seen.add(item.get("id").asString()));
            cursor = page.get("nextCursor").isNull()
                    ? null
                    : "&cursor=" + page.get("nextCursor").asString();
        } while (cursor != null);
        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void erasureLeavesNoRowAndNoObjectBehindButTheAuditEntries() throws Exception {
        try (TestNode own = TestNode.start()) {
            Cast cast = Cast.of(own);
            String patient = cast.maraId();
            JsonNode comparison = cast.comparison(patient);
            cast.admin()
                    .post("/comparisons/" + comparison.get("id").asString() + "/share")
                    .is(201);
            cast.mara()
                    .put("/patients/" + patient + "/consent", Map.of("granted", true))
                    .is(200);
            cast.admin()
                    .post("/patients/" + patient + "/invitations", Map.of(), "Idempotency-Key", "erased")
                    .is(201);
            cast.admin().delete("/patients/" + cast.noraId()).is(204);
            cast.admin().delete("/patients/" + patient).is(204);
            cast.admin().get("/patients/" + patient).is(404);
            cast.mara().get("/me").is(401);
            assertThat(mentions(own, patient)).containsOnlyKeys("audit");
            assertThat(count(own, "stored_object")).isZero();
            assertThat(count(own, "visit") + count(own, "session") - 3)
                    .as("staff's own sessions stay")
                    .isZero();
            try (Stream<Path> files = Files.walk(own.folder.resolve("photos"))) {
                assertThat(files.filter(Files::isRegularFile)).isEmpty();
            }
            assertThat(cast.admin().get("/audit?patientId=" + patient).json().get("items"))
                    .isNotEmpty();
        }
    }

    @Test
    void auditLogKnowsWhoSawWhatAndCannotBeChanged() throws Exception {
        String patient = Cast.patient(admin);
        admin.get("/patients/" + patient).is(200);
        JsonNode entries = admin.get("/audit?patientId=" + patient).json().get("items");
        assertThat(entries.get(0).get("action").asString()).isEqualTo("read-patient");
        assertThat(entries.get(0).get("actor").asString())
                .isEqualTo(admin.get("/me").json().get("id").asString());
        for (String change : new String[] {"delete from audit", "update audit set actor = 'x'", "truncate audit"}) {
            assertThatThrownBy(() -> execute(node, change)).hasMessageContaining("append-only");
        }
    }

    @Test
    void poisonedComparisonEndsAsAFailureWithItsReason() {
        node.line.broken = true;
        try {
            int before = node.line.compared.get();
            JsonNode failed = Cast.compared(admin);
            assertThat(failed.get("status").asString()).isEqualTo("failed");
            assertThat(failed.get("failure").asString()).contains("IllegalStateException");
            assertThat(node.line.compared.get() - before).isEqualTo(TestNode.QUICK_JOBS.attempts());
        } finally {
            node.line.broken = false;
        }
    }

    @Test
    void aFullQueueAnswersToComeBackLater() {
        try (TestNode full = TestNode.start()) {
            full.line.takesMs(FakeLine.FAR_TOO_LONG_MS);
            Cast cast = Cast.of(full);
            Map<String, String> pair = Map.of(
                    "baselineVisit", cast.visit(cast.maraId(), 1), "followUpVisit", cast.visit(cast.maraId(), 2));
            Reply last = null;
            int taken = 0;
            for (int i = 0; i <= TestNode.QUICK_JOBS.longestLine() + 2; i++) {
                last = cast.admin().post("/comparisons", pair);
                taken += last.status() == 202 ? 1 : 0;
            }
            last.is(503);
            assertThat(last.header("Retry-After")).isNotNull();
            assertThat(taken).isGreaterThanOrEqualTo(TestNode.QUICK_JOBS.longestLine());
            full.line.takesMs(0);
        }
    }

    @Test
    void nothingPersonalIsInTheMetricsAndTheyAreNotOnThePublicPort() {
        admin.send("GET", "/../../metrics", java.net.http.HttpRequest.BodyPublishers.noBody())
                .is(404);
        HttpCalls metrics = new HttpCalls("http://127.0.0.1:" + node.service.metricsPort());
        String text = metrics.get("/metrics").is(200).text();
        assertThat(text).contains("rhytid_http_requests_seconds").doesNotContain("@clinic.example");
    }

    private static Map<String, Integer> mentions(TestNode node, String id) throws SQLException {
        Map<String, Integer> found = new java.util.TreeMap<>();
        try (Connection connection = connect(node);
                Statement tables = connection.createStatement();
                ResultSet names = tables.executeQuery(
                        "select table_name from information_schema.tables where table_schema = 'public'")) {
            while (names.next()) {
                String table = names.getString(1);
                try (Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery(
                                "select count(*) from " + table + " t where t::text like '%" + id + "%'")) {
                    rows.next();
                    if (rows.getInt(1) > 0) {
                        found.put(table, rows.getInt(1));
                    }
                }
            }
        }
        return found;
    }

    private static int count(TestNode node, String table) throws SQLException {
        try (Connection connection = connect(node);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void execute(TestNode node, String sql) throws SQLException {
        try (Connection connection = connect(node);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(TestNode node) throws SQLException {
        return DriverManager.getConnection(node.database.url(), node.database.user(), node.database.password());
    }
}
