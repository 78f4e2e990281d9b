package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import rhytid.TestDatabase;
import rhytid.TestS3;
import rhytid.service.HttpCalls.Reply;
import rhytid.storage.S3Settings;

/** The photo store goes away in the middle of the work, and comes back. */
class FaultsTest {

    @Test
    void withoutTheStoreUploadsAreToComeBackAndWorkWaitsForIt() {
        try (TestS3 s3 = TestS3.startLocal();
                TestNode node = onS3(s3)) {
            HttpCalls admin = node.admin();
            String patient = Cast.patient(admin);
            String before = Cast.visit(admin, patient, 20);
            String after = Cast.visit(admin, patient, 120);
            String path = "/visits/" + after + "/photos/frown";
            s3.pause();
            Reply away = admin.upload(path, FakeLine.photo(130)).is(503);
            assertThat(away.header("Retry-After")).isNotNull();
            assertThat(admin.get("/visits/" + after + "/photos").json().get("items"))
                    .as("nothing half visible")
                    .hasSize(1);
            String comparison = admin.post("/comparisons", Map.of("baselineVisit", before, "followUpVisit", after))
                    .is(202)
                    .id();
            s3.resume();
            admin.upload(path, FakeLine.photo(130)).is(201);
            assertThat(admin.finished(comparison).get("status").asString()).isEqualTo("done");
        }
    }

    private static TestNode onS3(TestS3 s3) {
        S3Settings settings = s3.settings();
        return TestNode.start(
                TestDatabase.create(),
                "--s3-endpoint=" + settings.endpoint(),
                "--s3-access-key=" + settings.accessKey(),
                "--s3-secret-key=" + settings.secretKey());
    }
}
