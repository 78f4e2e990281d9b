package rhytid.service;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * From a new patient to photos that can be measured: at the desk, by a link on a phone, by the patient's own account.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadJourneyTest {

    private static final Path SAMPLES = Path.of("sample-images");
    private static final Path BASELINE = SAMPLES.resolve("01-full-improvement/baseline");
    private static final Path FOLLOW_UP = SAMPLES.resolve("01-full-improvement/follow-up");
    private static final Path TURNED = SAMPLES.resolve("08-refused-head-turned/follow-up/rest.jpg");

    private TestNode node;
    private Walk walk;

    @BeforeAll
    void open() {
        node = TestNode.measuring();
        walk = new Walk(node, "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream");
    }

    @AfterAll
    void close() {
        if (walk != null) {
            walk.close();
        }
        node.close();
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
        walk.press("Mara Lindqvist").see("Complete").look("patient");
        walk.go("/patients").type("q", "1042").await("document.querySelectorAll('#found .rows li').length === 1");
        walk.look("patients");
    }

    private Walk atTheDesk() {
        return walk.asNobody().signIn(TestNode.ADMIN, TestNode.PASSWORD);
    }
}
