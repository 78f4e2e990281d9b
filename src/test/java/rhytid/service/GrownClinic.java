package rhytid.service;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine;
import rhytid.account.PasswordHasher;
import rhytid.app.Service;
import rhytid.app.ServiceParts;
import rhytid.cli.ServeCommand;
import rhytid.face.Expression;
import rhytid.jobs.JobSettings;
import tools.jackson.databind.JsonNode;

/**
 * A clinic of some years, made over HTTP as its people would have made it: patients, each with treatments, visits of
 * five photos, a comparison of the first visit with each later one, reviews, shares and consents.
 */
final class GrownClinic {

    static final int PATIENTS = 200;
    static final int VISITS = 10;
    static final int DAYS_BETWEEN = 60;
    static final String INJECTOR = "injector@clinic.example";

    private static final int HANDS = 4;

    /** So many of a hundred comparisons were decided on. */
    private static final int REVIEWED_PERCENT = 90;

    private final QuickLine line;
    private final HttpCalls admin;
    private final Map<Expression, byte[]> before = QuickLine.photos("baseline");
    private final Map<Expression, byte[]> after = QuickLine.photos("follow-up");
    private final AtomicInteger reviewed = new AtomicInteger();

    private GrownClinic(QuickLine line, HttpCalls admin) {
        this.line = line;
        this.admin = admin;
    }

    /** Makes it in the folder, unless it is there from an earlier run. */
    static void in(Path folder) throws Exception {
        Path done = folder.resolve("grown");
        if (Files.exists(done)) {
            return;
        }
        long start = System.nanoTime();
        QuickLine line = new QuickLine();
        System.out.printf(
                "one comparison: comparable %s, %d kB of JSON%n",
                line.given().comparable(), line.given().json().length() / 1000);
        ServeCommand options = new ServeCommand((command, version) -> {});
        new CommandLine(options)
                .parseArgs(
                        "--port=0",
                        "--data=" + folder,
                        "--admin-email=" + TestNode.ADMIN,
                        "--admin-password=" + TestNode.PASSWORD);
        options.requestsPerMinute = Integer.MAX_VALUE;
        JobSettings jobs = JobSettings.USUAL.with(HANDS, 5000);
        Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
        try (Service service = Service.start(
                options, "test", new ServiceParts(line, line, jobs, new PasswordHasher(), clock, new SecureRandom()))) {
            HttpCalls admin = new HttpCalls("http://127.0.0.1:" + service.port() + "/api/v1")
                    .signIn(TestNode.ADMIN, TestNode.PASSWORD);
            new GrownClinic(line, admin).grow();
        }
        Files.writeString(done, "");
        System.out.printf(
                "the clinic was made in %d s%n",
                Duration.ofNanos(System.nanoTime() - start).toSeconds());
    }

    private void grow() throws Exception {
        admin.post("/users", Map.of("email", INJECTOR, "role", "injector", "password", Cast.PASSWORD))
                .is(201);
        try (ExecutorService hands = Executors.newFixedThreadPool(HANDS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < PATIENTS; i++) {
                int number = i;
                all.add(hands.submit(() -> patient(number)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    private void patient(int number) {
        String patient = admin.post(
                        "/patients",
                        Map.of(
                                "givenName", "Given" + number,
                                "familyName", "Family" + number % 50,
                                "reference", "R-" + number,
                                "birthDate", "1970-01-01"))
                .is(201)
                .id();
        Cast.account(admin, patient, account(number));
        admin.put("/patients/" + patient + "/consent", Map.of("purpose", "sharing", "granted", true))
                .is(200);
        LocalDate last = LocalDate.now().minusDays(number % DAYS_BETWEEN);
        List<String> visits = new ArrayList<>();
        for (int i = 0; i < VISITS; i++) {
            LocalDate day = last.minusDays((long) DAYS_BETWEEN * (VISITS - 1 - i));
            if (i % 2 == 0) {
                Cast.treated(admin, patient, day, "glabella", "forehead");
            }
            visits.add(visit(patient, day, i == 0 ? before : after));
        }
        for (int i = 1; i < VISITS; i++) {
            compare(visits.getFirst(), visits.get(i));
        }
    }

    static String account(int number) {
        return "patient" + number + "@clinic.example";
    }

    private String visit(String patient, LocalDate day, Map<Expression, byte[]> photos) {
        List<String> asked = photos.keySet().stream().map(Expression::key).toList();
        String visit = admin.post(
                        "/patients/" + patient + "/visits", Map.of("date", day.toString(), "expressions", asked))
                .is(201)
                .id();
        photos.forEach((expression, photo) -> admin.upload("/visits/" + visit + "/photos/" + expression.key(), photo)
                .is(201));
        return visit;
    }

    private void compare(String baseline, String followUp) {
        String id = admin.post("/comparisons", Map.of("baselineVisit", baseline, "followUpVisit", followUp))
                .is(202)
                .id();
        JsonNode done = admin.finished(id);
        if (!done.get("status").asString().equals("done")) {
            throw new IllegalStateException("the comparison ended as " + done);
        }
        if (reviewed.incrementAndGet() % 100 < REVIEWED_PERCENT) {
            String tag = admin.get("/comparisons/" + id).header("ETag");
            admin.put("/comparisons/" + id + "/review", Map.of("notes", "Good.", "decision", "accept"), "If-Match", tag)
                    .is(200);
            admin.post("/comparisons/" + id + "/share", Map.of()).is(201);
        }
    }
}
