package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/**
 * A patient's way through the browser, with the real line on sample pairs: three visits, shared one after the other.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GalleryJourneyTest {

    private static final Path PAIR = Path.of("sample-images/01-full-improvement");
    private static final int TREATED_DAYS_AGO = 12;

    @AutoClose
    private TestNode node;

    private Cast cast;

    private Walk walk;

    private String early;
    private String late;

    @BeforeAll
    void open() {
        node = TestNode.measuring();
        cast = Cast.of(node);
        LocalDate treated = LocalDate.now().minusDays(TREATED_DAYS_AGO);
        Cast.treated(cast.injector(), cast.maraId(), treated, "glabella");
        Map<String, byte[]> again = photos("baseline");
        again.replaceAll((expression, photo) -> savedAgain(photo));
        String first = visit(treated, photos("baseline"));
        String fourth = visit(treated.plusDays(4), again);
        String twelfth = visit(treated.plusDays(12), photos("follow-up"));
        early = compared(first, fourth);
        late = compared(first, twelfth);
        walk = node.walk();
    }

    @Test
    @Order(1)
    void nothingIsShownBeforeAnythingIsShared() {
        patient().see("Nothing is shared with you yet").see("Full effect").look("gallery-empty");
    }

    @Test
    @Order(2)
    void sharedPhotosLieOverEachOtherWithWhatChangedInASentence() {
        cast.injector().post("/comparisons/" + early + "/share").is(201);
        cast.injector().post("/comparisons/" + late + "/share").is(201);
        patient().see("Your treatment was 12 days ago.");
        assertThat(heading()).contains("look").containsAnyOf("softer");
        assertThat(walk.evaluate("document.querySelectorAll('.strip li').length")
                        .intValue())
                .isEqualTo(3);
        assertThat(walk.evaluate("document.body.innerText").stringValue())
                .as("no grades and no scores")
                .doesNotContainIgnoringCase("score")
                .doesNotContain("line index");
        walk.look("gallery");
    }

    @Test
    @Order(3)
    void dividerMovesByKeyboardAndIsToldToScreenReaders() throws IOException, InterruptedException {
        patient().evaluate("document.querySelector('.split').focus()");
        walk.browser().press("ArrowRight", 39);
        assertThat(walk.evaluate("document.querySelector('.split').getAttribute('aria-valuetext')")
                        .stringValue())
                .isEqualTo("52 % first photo, 48 % later photo");
        walk.press("Side by side").await("!document.querySelector('.stage').matches('.over')");
        walk.look("gallery-side-by-side").press("Over each other");
    }

    @Test
    @Order(4)
    void stripGoesFromVisitToVisitAndKeepsTheFaceInPlace() {
        patient().clickOn(".strip li:nth-child(2) a");
        walk.see("We could not see a change larger than what retaking the photo would make");
        assertThat(walk.evaluate("location.search").stringValue()).contains("visit=");
        walk.look("gallery-no-change");
        walk.press("Frown").await("document.querySelector('.before img').src.includes('frown-before')");
    }

    @Test
    @Order(5)
    void galleryIsReadInGermanAndFromRightToLeftInArabic() {
        patient().press("Deutsch").see("Meine Fotos").look("gallery-de");
        walk.press("العربية").await("document.documentElement.dir === 'rtl'").look("gallery-ar");
        walk.go("/consent").look("consent-ar").go("/seen").look("seen-ar").press("English");
        walk.see("Who has seen your photos");
    }

    @Test
    @Order(6)
    void whoHasSeenThePhotosStandsThereByRole() {
        String photo = cast.mara()
                .get("/patients/" + cast.maraId() + "/gallery")
                .json()
                .at("/items/0/baseline/photos/0/id")
                .asString();
        cast.injector().get("/photos/" + photo).is(200);
        patient().press("Seen by").see("An injector").look("seen");
        assertThat(walk.evaluate("document.body.innerText").stringValue())
                .as("roles, not people")
                .doesNotContain("injector@clinic.example");
    }

    @Test
    @Order(7)
    void everythingCanBeTakenAlong() {
        patient();
        assertThat(walk.evaluate("fetch(document.querySelector('.take a[href$=export]').href)"
                                + ".then(r => r.status + ' ' + r.headers.get('content-type'))")
                        .stringValue())
                .isEqualTo("200 application/zip");
        assertThat(walk.evaluate(
                                "fetch(document.querySelector('.take a[href*=\"report.pdf\"]').href).then(r => r.status)")
                        .intValue())
                .isEqualTo(200);
    }

    @Test
    @Order(8)
    void withdrawingEmptiesTheGalleryAtOnce() {
        patient().press("My consent").see("Showing you the results").look("consent");
        walk.clickOn("section:has(#purpose-sharing) button");
        walk.see("Thank you. Your consent is recorded.");
        walk.clickOn("section:has(#purpose-sharing) summary")
                .see("What happens then")
                .look("consent-withdraw");
        walk.press("Withdraw now").see("Your consent is withdrawn.");
        walk.go("/gallery").see("Nothing is shared with you yet");
        cast.injector().post("/comparisons/" + late + "/share").is(409);
    }

    private Walk patient() {
        return walk.asNobody()
                .signIn("patient" + cast.maraId() + "@clinic.example", Cast.PASSWORD)
                .go("/gallery");
    }

    private String heading() {
        return walk.evaluate("document.querySelector('h1').innerText").stringValue();
    }

    private String visit(LocalDate day, Map<String, byte[]> photos) {
        return Cast.visit(cast.admin(), cast.maraId(), day, photos);
    }

    private String compared(String baseline, String followUp) {
        JsonNode comparison = Cast.compared(cast.admin(), baseline, followUp);
        assertThat(comparison.get("status").asString()).isEqualTo("done");
        return comparison.get("id").asString();
    }

    private static Map<String, byte[]> photos(String visit) {
        return Cast.photos(PAIR.resolve(visit), "rest", "frown");
    }

    /** The same photo, encoded once more: another file that shows no change. */
    private static byte[] savedAgain(byte[] jpeg) {
        try {
            BufferedImage image = ImageIO.read(new java.io.ByteArrayInputStream(jpeg));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "jpeg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
