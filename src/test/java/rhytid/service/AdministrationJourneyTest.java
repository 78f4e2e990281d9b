package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The administrator's way through the browser: people, the service, the log. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdministrationJourneyTest {

    private static final String NEW_PASSWORD = "Laterne-Apfelbaum-19";

    @AutoClose
    private final TestNode node = TestNode.start("--retention", "P10Y");

    private final Cast cast = Cast.of(node);

    private final Walk walk = node.walk();

    @Test
    void newColleagueGetsALinkAndChoosesTheirOwnPassword() {
        administrator().go("/administration").see("People").look("people");
        walk.type("email", "not an address").press("Create account").see("This is needed.");
        walk.type("email", "ben@clinic.example").type("name", "Ben").clickOn("[name=role][value=injector]");
        walk.press("Create account").see("Hand this link over").look("person");
        String link = walk.evaluate("document.querySelector('#the-link').textContent.trim()")
                .stringValue();
        String path = link.substring(link.indexOf("/password#"));
        walk.asNobody().go(path).await("location.hash === ''");
        walk.type("password", NEW_PASSWORD).press("Save password").see("Sign in");
        walk.signIn("ben@clinic.example", NEW_PASSWORD).go("/administration");
        walk.see("This is not open to you").look("forbidden");
    }

    @Test
    void accountIsClosedAndSignedOutEverywhere() {
        String id = cast.admin()
                .post(
                        "/users",
                        java.util.Map.of(
                                "email",
                                "leaves@clinic.example",
                                "name",
                                "Lea",
                                "role",
                                "assistant",
                                "password",
                                Cast.PASSWORD))
                .is(201)
                .id();
        HttpCalls lea = node.calls().signIn("leaves@clinic.example", Cast.PASSWORD);
        administrator().go("/administration/people/" + id).press("Sign out everywhere");
        walk.see("Signed out everywhere.");
        lea.get("/me").is(401);
        HttpCalls again = node.calls().signIn("leaves@clinic.example", Cast.PASSWORD);
        walk.clickOn("[name=active]").press("Save").see("Closed");
        again.get("/me").is(401);
    }

    @Test
    void lastAdministratorStays() {
        String self = cast.admin().get("/me").is(200).id();
        administrator().go("/administration/people/" + self).clickOn("[name=active]");
        walk.press("Save").see("One open administrator’s account must remain.");
    }

    @Test
    void serviceShowsStorageLineAndRetentionAndTriesAgainWhatFailed() {
        node.line.broken = true;
        String failed = cast.comparison(cast.maraId()).get("id").asString();
        node.line.broken = false;
        administrator().go("/administration/service").see("in files on this machine");
        walk.see("for 10 years").look("service");
        walk.press("Try again").see("It is in line again.");
        assertThat(cast.admin().finished(failed).get("status").asString()).isEqualTo("done");
    }

    @Test
    void logIsFilteredToWhatWasTurnedAway() {
        cast.nora().get("/patients/" + cast.maraId() + "/gallery").is(404);
        administrator().go("/administration/audit").look("audit");
        walk.press("Filter").evaluate("document.querySelector('#outcome').value = 'denied'");
        walk.press("Show").await("location.search.includes('outcome=denied') && document.querySelector('.log')");
        assertThat(walk.evaluate("[...document.querySelectorAll('.log li')].every(e => e.matches('.denied'))")
                        .booleanValue())
                .isTrue();
        walk.go("/administration/audit?actor=nobody").see("No such entries").look("audit-empty");
    }

    @Test
    void patientsSeeNothingOfIt() {
        walk.asNobody().signIn("patient" + cast.maraId() + "@clinic.example", Cast.PASSWORD);
        walk.go("/administration/service").see("This is not open to you");
    }

    private Walk administrator() {
        return walk.asNobody().signIn(TestNode.ADMIN, TestNode.PASSWORD);
    }
}
