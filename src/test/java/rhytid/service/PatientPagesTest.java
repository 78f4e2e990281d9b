package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import rhytid.TemporaryFolders;

/** A patient's page: what is on record, what was injected, and putting two visits side by side. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PatientPagesTest {

    @AutoClose
    private final TestNode node = TestNode.start();

    private final Cast cast = Cast.of(node);

    private final Walk walk = node.walk();

    @Test
    void injectorWritesATreatmentDownAndComparesTwoVisits() {
        String patient = cast.admin()
                .post("/patients", Map.of("name", "Ida Moreau", "birthDate", "1979-05-14", "reference", "P-2077"))
                .is(201)
                .id();
        visitOn(patient, "2026-11-09", 40);
        String followUp = visitOn(patient, "2026-11-20", 90);
        walk.asNobody().signIn("injector@clinic.example", Cast.PASSWORD).go("/patients/" + patient);
        walk.press("New treatment").await("location.pathname.endsWith('/treatments/new')");
        walk.press("Save treatment").see("Give the units of at least one area.").look("new-treatment");
        walk.type("product", "onabotulinumtoxinA").type("units-glabella", "20").type("units-forehead", "7,5");
        walk.press("Save treatment").see("27.5 units");
        walk.go("/visits/" + followUp)
                .press("Compare with 9 November 2026")
                .await("location.pathname.startsWith('/comparisons/')");
        cast.admin().finished(walk.path().replaceFirst(".*/", ""));
        walk.see("Your decision"); // the page opens the result by itself, and would overtake another page asked for
        walk.go("/patients/" + patient).see("To review").look("patient");
    }

    @Test
    void assistantsSeeNoTreatments() {
        cast.admin()
                .post(
                        "/patients/" + cast.maraId() + "/treatments",
                        Map.of("date", "2026-03-02", "product", "secret-toxin", "areas", List.of("chin"), "units", 4))
                .is(201);
        walk.asNobody().signIn("assistant@clinic.example", Cast.PASSWORD).go("/patients/" + cast.maraId());
        walk.see("Details");
        assertThat(walk.evaluate("document.body.innerText").stringValue()).doesNotContain("secret-toxin");
        walk.go("/patients/" + cast.maraId() + "/treatments/new")
                .see("This is not open to you")
                .look("forbidden");
    }

    @Test
    void patientsSeeNoOtherPatientsPages() {
        walk.asNobody().signIn("patient" + cast.maraId() + "@clinic.example", Cast.PASSWORD);
        walk.go("/patients").see("This is not open to you");
        walk.go("/patients/" + cast.noraId()).see("There is no such page");
        walk.go("/visits/" + cast.visit(cast.noraId(), 40)).see("There is no such page");
    }

    @Test
    void withoutScriptsAPhotoIsSentByAPlainForm() throws Exception {
        String visit = cast.admin()
                .post("/patients/" + cast.maraId() + "/visits", Map.of("expressions", List.of("rest")))
                .is(201)
                .id();
        Path photo = Files.write(TemporaryFolders.create("plain").resolve("p.jpg"), FakeLine.photo(120));
        walk.browser().call("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        try {
            walk.asNobody().signIn("assistant@clinic.example", Cast.PASSWORD).go("/visits/" + visit);
        } finally { // what was loaded without scripts stays so
            walk.browser().call("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        }
        walk.look("visit-without-scripts")
                .choose(".pick-file", photo)
                .press("Send")
                .see("1 / 1");
        assertThat(cast.admin()
                        .get("/visits/" + visit + "/photos")
                        .json()
                        .get("items")
                        .size())
                .isEqualTo(1);
    }

    private String visitOn(String patient, String day, int grey) {
        return Cast.visit(cast.admin(), patient, LocalDate.parse(day), Map.of("rest", FakeLine.photo(grey)));
    }
}
