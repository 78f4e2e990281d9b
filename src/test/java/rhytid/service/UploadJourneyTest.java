package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import rhytid.TemporaryFolders;
import tools.jackson.databind.JsonNode;

/**
 * From a new patient to photos that can be measured: at the desk, by a link on a phone, by the patient's own account.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadJourneyTest {

    private static final Path SAMPLES = Path.of("sample-images");
    private static final Path BASELINE = SAMPLES.resolve("01-full-improvement/baseline");
    private static final Path FOLLOW_UP = SAMPLES.resolve("01-full-improvement/follow-up");
    private static final Path TURNED = SAMPLES.resolve("08-refused-head-turned/follow-up/rest.jpg");

    /** Of a picture of some hundred pixels, cut to a shape. */
    private static final double ONE_PIXEL = 0.005;

    private static final Path HEIC = Path.of("src/test/resources/rhytid/service/rest.heic");
    private static final String FIT = "document.querySelector('.photo-card.fit:not(.busy)')";

    @AutoClose
    private TestNode node;

    private HttpCalls admin;

    private Walk walk;

    @BeforeAll
    void open() throws IOException {
        node = TestNode.measuring("--public-url", "http://photos.clinic.example");
        admin = node.admin();
        walk = node.walk(
                "--use-fake-device-for-media-stream",
                "--use-fake-ui-for-media-stream",
                "--use-file-for-fake-video-capture=" + film());
    }

    /** What the make-believe camera sees: a face that holds still. */
    private static Path film() throws IOException {
        Path film = TemporaryFolders.create("camera").resolve("face.mjpeg");
        byte[] still = Files.readAllBytes(FOLLOW_UP.resolve("rest.jpg"));
        for (int i = 0; i < 3; i++) {
            Files.write(film, still, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        return film;
    }

    @Test
    void assistantTakesAPatientInAndUploadsTheirFirstPhotos() {
        atTheDesk().go("/patients").look("patients-empty");
        walk.press("New patient").await("location.pathname === '/patients/new'").look("new-patient");
        walk.press("Save patient").see("Give a name or a reference.");
        walk.type("name", "Mara Lindqvist").type("reference", "P-1042").press("Save patient");
        walk.see("The patient is saved.").see("No visits yet");
        walk.press("New visit")
                .await("location.pathname.endsWith('/visits/new')")
                .look("new-visit");
        walk.press("Brows raised")
                .press("Smile")
                .press("Begin visit")
                .see("photos are in")
                .look("visit-empty");
        walk.choose("#several", BASELINE.resolve("rest.jpg"), BASELINE.resolve("frown.jpg"));
        walk.await("document.querySelectorAll('.photo-card.fit').length === 2").see("All photos are in");
        walk.look("visit-complete");
        walk.press("Mara Lindqvist").see("Complete");
        walk.go("/patients").type("q", "1042").await("document.querySelectorAll('#found .rows li').length === 1");
        walk.look("patients");
    }

    @Test
    void photosWithoutATellingNameAreAskedFor() throws IOException {
        String visit = visit(patient("Which Is Which"), "rest", "frown");
        Path folder = TemporaryFolders.create("unnamed");
        Path first = Files.copy(BASELINE.resolve("frown.jpg"), folder.resolve("IMG_0001.jpg"));
        Path second = Files.copy(BASELINE.resolve("rest.jpg"), folder.resolve("IMG_0002.jpg"));
        atTheDesk().go("/visits/" + visit).choose("#several", first, second).see("Which is which?");
        walk.look("visit-which");
        walk.evaluate("document.querySelectorAll('#assign select').forEach((s, i) => {"
                + " s.value = ['frown', 'rest'][i]; s.dispatchEvent(new Event('change', {bubbles: true})); })");
        walk.press("Send photos").await("document.querySelectorAll('.photo-card.fit').length === 2");
        assertThat(received(visit)).containsExactlyInAnyOrder("rest", "frown");
    }

    @Test
    void photoThatCannotBeMeasuredIsKeptOrTakenAgain() {
        String visit = visit(patient("Turned"), "rest");
        atTheDesk().go("/visits/" + visit).choose(".pick-file", TURNED).see("The head is turned");
        walk.see("until the nose points at the camera").look("visit-unfit");
        walk.press("Keep it anyway").await("!document.querySelector('.remarks')");
        walk.choose(".pick-file", BASELINE.resolve("rest.jpg")).await(FIT).see("All photos are in");
    }

    @Test
    void patientSendsPhotosByALinkAndTriesTheLastOneBeforeItIsSent() {
        String patient = patient("By Link");
        String visit = visit(patient, "rest", "frown");
        atTheDesk().go("/visits/" + visit).press("Invite by link").see("It is shown only now");
        walk.look("invited");
        String token = walk.evaluate("document.getElementById('link').value")
                .stringValue()
                .replaceFirst(".*#", "");
        walk.asNobody().on(Walk.Screen.PHONE, "light").go("/invitation#" + token);
        walk.await("location.pathname === '/visits/" + visit + "'").look("visit-by-link");
        walk.on(Walk.Screen.PHONE, "light");
        walk.choose("#card-rest .pick-file", FOLLOW_UP.resolve("rest.jpg")).await(FIT);
        assertThat(walk.evaluate("document.querySelector('img[src^=\"/api\"]') === null")
                        .booleanValue())
                .as("a link shows no photo")
                .isTrue();
        walk.choose("#card-frown .pick-file", TURNED).see("The head is turned");
        assertThat(received(visit)).containsExactly("rest");
        walk.choose("#card-frown .pick-file", BASELINE.resolve("frown.jpg")).see("Thank you!");
        assertThat(received(visit)).containsExactlyInAnyOrder("rest", "frown");
        walk.look("visit-by-link-done");
        walk.go("/visits/" + visit).see("This link is used up").look("link-used-up");
    }

    @Test
    void whatWasChosenOutlivesALostConnectionAndAReload() throws Exception {
        String visit = visit(patient("Offline"), "rest");
        atTheDesk().go("/visits/" + visit);
        walk.browser().call("Network.setBlockedURLs", Map.of("urls", List.of("*/api/v1/visits/*")));
        walk.choose(".pick-file", BASELINE.resolve("rest.jpg"))
                .see("No connection.")
                .look("visit-offline");
        assertThat(received(visit)).isEmpty();
        walk.go("/visits/" + visit).see("No connection.");
        walk.browser().call("Network.setBlockedURLs", Map.of("urls", List.of()));
        walk.await(FIT);
        assertThat(received(visit)).containsExactly("rest");
        walk.go("/visits/" + visit).await(FIT);
        assertThat(walk.evaluate("document.querySelector('.busy') === null").booleanValue())
                .as("what was sent is not sent again")
                .isTrue();
    }

    @Test
    void cameraShowsTheOutlineOfTheFirstPhotoAndTakesWhatTheFinderShows() {
        String patient = patient("Filmed");
        String first = visit(patient, "rest");
        upload(first, "rest", BASELINE.resolve("rest.jpg"));
        String second = visit(patient, "rest");
        atTheDesk().go("/visits/" + second).press("Camera");
        walk.await("document.querySelector('#camera video').videoWidth > 0");
        walk.await("document.querySelector('.guide .line').getAttribute('d').length > 200")
                .look("camera");
        walk.press("Take the photo").await("document.querySelector('.photo-card .shot img[src^=\"/api\"]')");
        walk.await(FIT).look("visit-by-camera");
        assertThat(received(second)).containsExactly("rest");
        JsonNode photo =
                admin.get("/visits/" + second + "/photos").is(200).json().at("/items/0");
        assertThat(photo.get("width").intValue() / photo.get("height").doubleValue())
                .as("the baseline's aspect")
                .isCloseTo(0.8, within(ONE_PIXEL));
    }

    @Test
    void patientSendsAHeicFromTheirAccount() {
        String patient = patient("Nora Lindqvist");
        upload(visit(patient, "rest"), "rest", BASELINE.resolve("rest.jpg"));
        String email = "nora@clinic.example";
        Cast.account(admin, patient, email);
        walk.asNobody()
                .signIn(email, Cast.PASSWORD)
                .go("/my/visits")
                .see("Sent")
                .look("own-visits");
        walk.on(Walk.Screen.PHONE, "light")
                .press("Send photos today")
                .await("location.pathname.startsWith('/visits/')");
        walk.choose(".pick-file", HEIC).await(FIT).look("own-visit");
    }

    @Test
    void movementThatATreatmentTookIsNoMistakeAtALaterVisit() {
        String patient = patient("Treated Elsewhere");
        admin.post("/patients/" + patient + "/visits", Map.of("date", "2026-01-10", "expressions", List.of("frown")))
                .is(201);
        String later = visit(patient, "rest", "frown");
        upload(later, "rest", FOLLOW_UP.resolve("rest.jpg"));
        upload(later, "frown", FOLLOW_UP.resolve("frown.jpg"));
        admin.get("/visits/" + later + "/photos")
                .is(200)
                .json()
                .get("items")
                .forEach(photo -> assertThat(photo.at("/check/verdict").asString())
                        .as(photo.get("expression").asString())
                        .isEqualTo("fit"));
        assertThat(received(later)).hasSize(2);
    }

    private Walk atTheDesk() {
        return walk.asNobody().signIn(TestNode.ADMIN, TestNode.PASSWORD);
    }

    private String patient(String name) {
        return admin.post("/patients", Map.of("name", name)).is(201).id();
    }

    private String visit(String patient, String... expressions) {
        return admin.post("/patients/" + patient + "/visits", Map.of("expressions", List.of(expressions)))
                .is(201)
                .id();
    }

    private void upload(String visit, String expression, Path photo) {
        try {
            admin.upload("/visits/" + visit + "/photos/" + expression, Files.readAllBytes(photo))
                    .is(201);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> received(String visit) {
        List<String> expressions = new ArrayList<>();
        admin.get("/visits/" + visit + "/photos")
                .is(200)
                .json()
                .get("items")
                .forEach(photo -> expressions.add(photo.get("expression").asString()));
        return expressions;
    }
}
