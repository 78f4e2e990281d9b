package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import rhytid.clinic.Holdings;
import rhytid.database.Database;
import rhytid.database.Transactions;
import rhytid.storage.FilePhotoStore;
import tools.jackson.databind.JsonNode;

/** What the administrator sees of the service, and what patients see of who looked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceStateTest {

    @AutoClose
    private final TestNode node = TestNode.start("--retention", "P10Y");

    private final Cast cast = Cast.of(node);

    @Test
    void stateCountsWhatIsHeld() {
        cast.visit(cast.maraId(), 20);
        JsonNode state = cast.admin().get("/service").is(200).json();
        assertThat(state.at("/storage/kind").asString()).isEqualTo("files");
        assertThat(state.at("/storage/reachable").asBoolean()).isTrue();
        assertThat(state.at("/storage/freeBytes").asLong()).isPositive();
        assertThat(state.at("/storage/databaseBytes").asLong()).isPositive();
        JsonNode originals = state.at("/storage/shelves/0");
        assertThat(originals.get("shelf").asString()).isEqualTo("originals");
        assertThat(originals.get("objects").asLong()).isPositive();
        assertThat(originals.get("bytes").asLong()).isPositive();
        assertThat(state.at("/retention/period").asString()).isEqualTo("P10Y");
        assertThat(state.at("/retention/due")).isEmpty();
    }

    @Test
    void whatIsHeldIsCountedToTheLastOneAfterEveryChange() {
        String patient = Cast.patient(cast.admin());
        String visit = cast.visit(patient, 40);
        String photo = cast.admin()
                .get("/visits/" + visit + "/photos")
                .json()
                .at("/items/0/id")
                .asString();
        cast.comparison(patient);
        assertHeldIsWhatIsThere();
        cast.admin().delete("/photos/" + photo).is(204);
        assertHeldIsWhatIsThere();
        cast.admin().delete("/patients/" + patient).is(204);
        assertHeldIsWhatIsThere();
    }

    /** What the rows say that note each change, as they are and added up, against the tables themselves. */
    private void assertHeldIsWhatIsThere() {
        try (Database database = Database.open(node.database, 2)) {
            Transactions transactions = database.transactions();
            Holdings holdings =
                    new Holdings(transactions, new FilePhotoStore(node.folder.resolve("photos")), Clock.systemUTC());
            Holdings.State state = holdings.state();
            holdings.addUp();
            Holdings.State addedUp = holdings.state();
            assertThat(addedUp.shelves()).isEqualTo(state.shelves());
            transactions.run(handle -> {
                for (Map.Entry<String, Long> one : Map.of(
                                "patient", state.patients(),
                                "visit", state.visits(),
                                "photo", state.photos(),
                                "comparison", state.comparisons())
                        .entrySet()) {
                    assertThat(handle.createQuery("select count(*) from " + one.getKey())
                                    .mapTo(Long.class)
                                    .one())
                            .as(one.getKey())
                            .isEqualTo(one.getValue());
                }
                assertThat(handle.createQuery("""
                                        select shelf, count(*) filter (where state = 'live') as objects,
                                            coalesce(sum(size) filter (where state = 'live'), 0) as bytes,
                                            count(*) filter (where state <> 'live') as waiting
                                        from stored_object group by shelf order by shelf""")
                                .map((row, context) -> new Holdings.ShelfState(
                                        row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                                .list())
                        .isEqualTo(state.shelves());
            });
        }
    }

    @Test
    void anOpenPageThatAsksForTheLineAgainFillsNoAuditLog() {
        HttpCalls admin = cast.admin();
        String path = "/audit?action=read-service-state&limit=200";
        int before = admin.get(path).json().get("items").size();
        String cookie = "rhytid_session=" + admin.token();
        node.pages().get("/administration/service", "Cookie", cookie).is(200);
        for (int i = 0; i < 5; i++) {
            node.pages().get("/administration/service/line", "Cookie", cookie).is(200);
        }
        assertThat(admin.get(path).json().get("items")).hasSize(before + 1);
    }

    @Test
    void whatFailedIsListedWithItsReasonAndTriedAgain() {
        node.line.broken = true;
        JsonNode failed = cast.comparison(cast.noraId());
        node.line.broken = false;
        String id = failed.get("id").asString();
        assertThat(failed.get("status").asString()).isEqualTo("failed");
        JsonNode listed = cast.admin().get("/service/failed").is(200).json().at("/items/0");
        assertThat(listed.get("id").asString()).isEqualTo(id);
        assertThat(listed.get("failure").asString()).contains("3 times");
        cast.assistant().post("/comparisons/" + id + "/retry").is(202);
        assertThat(cast.assistant().finished(id).get("status").asString()).isEqualTo("done");
        cast.assistant().post("/comparisons/" + id + "/retry").is(409);
    }

    @Test
    void auditLogIsFiltered() {
        cast.mara().get("/users").is(403);
        JsonNode denied = cast.admin()
                .get("/audit?role=patient&outcome=denied&action=manage-users&since=2020-01-01T00:00:00Z")
                .is(200)
                .json()
                .get("items");
        assertThat(denied)
                .isNotEmpty()
                .allMatch(entry -> entry.get("role").asString().equals("patient")
                        && entry.get("outcome").asString().equals("denied"));
        assertThat(cast.admin()
                        .get("/audit?until=2020-01-01T00:00:00Z")
                        .is(200)
                        .json()
                        .get("items"))
                .isEmpty();
        cast.admin().get("/audit?since=yesterday").is(400);
    }

    @Test
    void patientsSeeWhoLookedByRoleAndDay() {
        String visit = cast.visit(cast.maraId(), 30);
        String photo = cast.mara()
                .get("/visits/" + visit + "/photos")
                .json()
                .at("/items/0/id")
                .asString();
        cast.injector().get("/photos/" + photo).is(200);
        cast.injector().get("/photos/" + photo).is(200);
        cast.assistant().get("/photos/" + photo + "/original").is(200);
        cast.nora().get("/photos/" + photo).is(404);
        JsonNode seen = cast.mara()
                .get("/patients/" + cast.maraId() + "/sightings")
                .is(200)
                .json()
                .get("items");
        List<String> said = new ArrayList<>();
        seen.forEach(one ->
                said.add(one.get("role").asString() + " " + one.get("what").asString() + " " + one.get("things")));
        assertThat(said).contains("injector photo 1", "assistant original 1").noneMatch(line -> line.contains("nora"));
        assertThat(seen.toString()).doesNotContain("@clinic.example");
        cast.nora().get("/patients/" + cast.maraId() + "/sightings").is(404);
        cast.injector().get("/patients/" + cast.maraId() + "/sightings").is(403);
    }

    @Test
    void onlyTheAdministratorSeesTheState() {
        for (HttpCalls caller : List.of(cast.injector(), cast.assistant(), cast.mara())) {
            caller.get("/service").is(403);
            caller.get("/service/failed").is(403);
        }
    }
}
