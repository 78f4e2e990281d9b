package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
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
