package rhytid.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import rhytid.TestDatabase;
import rhytid.cli.ServeCommand;
import rhytid.database.DatabaseAddress;
import rhytid.jobs.JobSettings;

/** The tour in the documentation, walked on the real measuring line with the first of the sample pairs. */
class TourTest {

    private static final String EMAIL = "admin@clinic.example";
    private static final String PASSWORD = "Kolibri-Teekanne-42";

    @TempDir
    Path folder;

    @Test
    void tourGoesFromSignInToTheSharedGallery() throws Exception {
        ServiceParts parts = ServiceParts.measuring(Path.of("models"), JobSettings.USUAL);
        try (Service service = Service.start(options(), "test", parts)) {
            Path pair = Path.of("sample-images", "01-full-improvement");
            ProcessBuilder tour = new ProcessBuilder(
                    "bash",
                    "src/site/tour.sh",
                    pair.resolve("baseline").resolve("rest.jpg").toString(),
                    pair.resolve("follow-up").resolve("rest.jpg").toString());
            tour.environment().put("RHYTID_URL", "http://127.0.0.1:" + service.port());
            tour.environment().put("RHYTID_ADMIN_EMAIL", EMAIL);
            tour.environment().put("RHYTID_ADMIN_PASSWORD", PASSWORD);
            Process process = tour.redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            assertThat(said)
                    .contains("\"verdict\":\"fit\"")
                    .contains("status: done")
                    .contains("Done.");
        }
    }

    private ServeCommand options() {
        ServeCommand options = new ServeCommand((command, version) -> {});
        new CommandLine(options).parseArgs();
        DatabaseAddress database = TestDatabase.create();
        options.port = 0;
        options.adminEmail = EMAIL;
        options.adminPassword = PASSWORD;
        options.service.data = folder;
        options.service.databaseUrl = database.url();
        options.service.databaseUser = database.user();
        options.service.databasePassword = database.password();
        return options;
    }
}
