package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import rhytid.TestDatabase;
import tools.jackson.databind.JsonNode;

/** What pages say and link to, read as text. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {

    @AutoClose
    private final TestNode node = TestNode.start();

    private final Cast cast = Cast.of(node);

    private static String page(TestNode node, HttpCalls caller, String path) {
        return node.pages()
                .as(caller.token())
                .get(path, "Accept", "text/html")
                .is(200)
                .text();
    }

    private String page(String path) {
        return page(node, cast.injector(), path);
    }

    @Test
    void aPairThatCouldNotBeMeasuredAnewSaysSoBesideTheResultFromBefore() {
        JsonNode comparison = cast.comparison(cast.maraId());
        String path = "/comparisons/" + comparison.get("id").asString();
        assertThat(page(path)).doesNotContain("the result from before");
        node.line.broken = true;
        try {
            Map<String, Object> moved =
                    Map.of("followUp", Map.of("rest", Map.of("left", Map.of("pupil", List.of(251.5, 239)))));
            cast.injector()
                    .put(
                            path + "/review",
                            Map.of("correctedLandmarks", moved),
                            "If-Match",
                            cast.injector().get(path).header("ETag"))
                    .is(200);
            cast.injector().finished(comparison.get("id").asString());
        } finally {
            node.line.broken = false;
        }
        assertThat(page(path)).contains("the result from before");
    }

    @Test
    void unitsAreShownAsTheyWereWrittenDown() {
        String comparison = cast.comparison(cast.noraId()).get("id").asString();
        cast.injector()
                .post(
                        "/patients/" + cast.noraId() + "/treatments",
                        Map.of(
                                "date",
                                LocalDate.now(ZoneOffset.UTC).toString(),
                                "product",
                                "toxin",
                                "areas",
                                List.of("glabella", "forehead"),
                                "units",
                                20.75,
                                "unitsByArea",
                                Map.of("glabella", 12.25, "forehead", 8.5)))
                .is(201);
        assertThat(page("/comparisons/" + comparison)).contains("20.75 units", ">12.25<", ">8.5<");
    }

    @Test
    void theReportNamesThePatientOnce() throws IOException {
        String patient = cast.admin()
                .post(
                        "/patients",
                        Map.of("name", "Ida Moreau", "givenName", "Ida", "familyName", "Moreau", "reference", "P-2"))
                .is(201)
                .id();
        String comparison = cast.comparison(patient).get("id").asString();
        byte[] pdf = cast.injector()
                .get("/comparisons/" + comparison + "/report.pdf")
                .is(200)
                .bytes();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).lines()).contains("Ida Moreau P-2");
        }
    }

    @Test
    void aWorkListThatIsCutOffSaysSo() {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(12);
        assertThat(page("/work?show=due")).doesNotContain("Only the first 100 are shown");
        for (int i = 0; i <= 100; i++) {
            Cast.treated(cast.admin(), Cast.patient(cast.admin()), day, "chin");
        }
        assertThat(page("/work?show=due")).contains("Only the first 100 are shown");
    }

    @Test
    void theRestOfASearchIsLookedForByTheSameWords() {
        for (int i = 0; i <= 50; i++) {
            cast.admin().post("/patients", Map.of("name", "Kim & Söhne #" + i)).is(201);
        }
        String first = page("/patients?q=Kim+%26+S%C3%B6hne+%23");
        String more = first.replaceFirst("(?s).*href=\"(/patients\\?cursor=[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(first).doesNotContain("Kim &amp; Söhne #0<");
        assertThat(page(more)).contains("Kim &amp; Söhne #0<").doesNotContain("Kim &amp; Söhne #1<");
    }

    @Test
    void daysAndTimesAreThoseOfTheClinic() {
        Clock auckland = Clock.fixed(Instant.parse("2026-03-02T23:30:00Z"), ZoneId.of("Pacific/Auckland"));
        try (TestNode far = TestNode.at(auckland, TestDatabase.create())) {
            Cast there = Cast.of(far);
            there.admin().get("/patients/" + there.maraId()).is(200);
            assertThat(page(far, there.admin(), "/administration/audit?since=2026-03-03&action=read-patient"))
                    .contains("3 Mar 2026, 12:30");
            String visit = far.pages()
                    .as(there.mara().token())
                    .send("POST", "/my/visits", BodyPublishers.noBody())
                    .is(303)
                    .header("Location");
            assertThat(page(far, there.mara(), visit)).contains("3 March 2026");
            assertThat(page(far, there.injector(), "/patients/" + there.maraId() + "/visits/new"))
                    .contains("value=\"2026-03-03\"");
        }
    }
}
