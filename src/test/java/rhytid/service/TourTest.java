package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The tour in the documentation, walked on the real measuring line with the first of the sample pairs. */
class TourTest {

    @Test
    void tourGoesFromSignInToTheSharedGallery() throws Exception {
        try (TestNode node = TestNode.measuring()) {
            Path pair = Path.of("sample-images", "01-full-improvement");
            ProcessBuilder tour = new ProcessBuilder(
                    "bash",
                    "src/site/tour.sh",
                    pair.resolve("baseline").resolve("rest.jpg").toString(),
                    pair.resolve("follow-up").resolve("rest.jpg").toString());
            tour.environment().put("RHYTID_URL", node.address());
            tour.environment().put("RHYTID_ADMIN_EMAIL", TestNode.ADMIN);
            tour.environment().put("RHYTID_ADMIN_PASSWORD", TestNode.PASSWORD);
            Process process = tour.redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            assertThat(said)
                    .contains("\"verdict\":\"fit\"")
                    .contains("status: done")
                    .contains("Done.");
        }
    }
}
