package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import rhytid.clinic.Comparison;
import rhytid.clinic.Course;
import rhytid.clinic.WorkList;
import rhytid.clinic.WorkList.CameIn;
import rhytid.clinic.WorkList.Due;
import rhytid.clinic.WorkList.Timing;
import rhytid.clinic.WorkList.Waiting;
import rhytid.database.Database;

/** What an injector finds to do, from the first photos to the decision. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkListTest {

    private static final LocalDate TREATED = LocalDate.now(ZoneOffset.UTC);

    @AutoClose
    private final TestNode node = TestNode.start();

    private final HttpCalls admin = node.admin();

    @AutoClose
    private final Database database = Database.open(node.database, 2);

    private WorkList after(int days) {
        return new WorkList(
                database.transactions(),
                Clock.fixed(TREATED.plusDays(days).atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
    }

    private String visit(String patient, int day) {
        String visit = admin.post(
                        "/patients/" + patient + "/visits",
                        Map.of("date", TREATED.plusDays(day).toString()))
                .is(201)
                .id();
        admin.upload("/visits/" + visit + "/photos/rest", FakeLine.photo(Math.floorMod(day, 250)))
                .is(201);
        return visit;
    }

    private void treat(String patient, String... areas) {
        Cast.treated(admin, patient, TREATED, areas);
    }

    private List<Due> due(int days, String patient) {
        return after(days).due().stream()
                .filter(row -> row.patient().id().equals(patient))
                .toList();
    }

    @Test
    void aPhotoIsAnnouncedThenDueThenLateThenTooLate() {
        String patient = Cast.patient(admin);
        treat(patient, "glabella");
        assertThat(due(6, patient)).isEmpty();
        assertThat(due(7, patient)).extracting(Due::timing).containsExactly(Timing.SOON);
        assertThat(due(10, patient)).extracting(Due::timing).containsExactly(Timing.NOW);
        assertThat(due(14, patient)).extracting(Due::timing).containsExactly(Timing.NOW);
        assertThat(due(15, patient)).extracting(Due::timing).containsExactly(Timing.LATE);
        assertThat(due(36, patient)).isEmpty();
    }

    @Test
    void whoWasPhotographedInFullEffectIsDueAgainWhenItWearsOff() {
        String patient = Cast.patient(admin);
        visit(patient, -1);
        treat(patient, "glabella");
        visit(patient, 12);
        assertThat(due(14, patient)).isEmpty();
        assertThat(due(95, patient)).extracting(row -> row.window().stage()).containsExactly(Course.Stage.WEARING_OFF);
    }

    @Test
    void withoutATreatmentTheFirstPhotosBeginTheCourse() {
        String patient = Cast.patient(admin);
        visit(patient, 0);
        assertThat(due(12, patient)).extracting(Due::treated).containsExactly(false);
    }

    @Test
    void theMasseterTakesItsTime() {
        String patient = Cast.patient(admin);
        treat(patient, "Masseter right", "Masseter left");
        assertThat(due(12, patient)).isEmpty();
        assertThat(due(40, patient)).extracting(Due::timing).containsExactly(Timing.NOW);
    }

    @Test
    void whatElseWasTreatedOnTheDayOfTheMasseterIsDueInItsOwnTime() {
        String patient = Cast.patient(admin);
        treat(patient, "glabella");
        treat(patient, "Masseter right", "Masseter left");
        assertThat(due(12, patient)).extracting(Due::timing).containsExactly(Timing.NOW);
    }

    @Test
    void aTreatmentThatIsWrittenDownAheadOfItsDayBeginsNoCourseBeforeIt() {
        String patient = Cast.patient(admin);
        treat(patient, "glabella");
        Cast.treated(admin, patient, TREATED.plusDays(100), "glabella");
        assertThat(due(12, patient)).extracting(row -> row.course().treated()).containsExactly(TREATED);
        assertThat(due(112, patient)).extracting(row -> row.course().treated()).containsExactly(TREATED.plusDays(100));
    }

    @Test
    void aPhotoThatIsDeletedIsDueAgain() {
        String patient = Cast.patient(admin);
        treat(patient, "glabella");
        String visit = visit(patient, 12);
        assertThat(due(14, patient)).isEmpty();
        String photo = admin.get("/visits/" + visit + "/photos")
                .json()
                .at("/items/0/id")
                .asString();
        admin.delete("/photos/" + photo).is(204);
        assertThat(due(14, patient)).hasSize(1);
    }

    /** What the query sorts out, against the rule for one patient: on every day of half a year. */
    @Test
    void theListHoldsWhomTheCourseSaysOnEveryDay() {
        for (int photographed : new int[] {-1, 9, 10, 30, 60, 91, 100}) {
            for (String area : List.of("glabella", "masseter")) {
                String patient = Cast.patient(admin);
                treat(patient, area);
                visit(patient, photographed);
                Course course = new Course(TREATED, area.equals("masseter"));
                List<LocalDate> days = photographed < 0 ? List.of() : List.of(TREATED.plusDays(photographed));
                for (int day = Math.max(0, photographed); day < 135; day++) {
                    LocalDate today = TREATED.plusDays(day);
                    boolean wanted = course.nextPhoto(today, days)
                            .filter(window -> !today.isBefore(window.first().minusDays(3))
                                    && !today.isAfter(
                                            window.last().plusDays(window.stage() == Course.Stage.FULL ? 21 : 0)))
                            .isPresent();
                    assertThat(due(day, patient))
                            .as(area + " photographed on day " + photographed + ", on day " + day)
                            .hasSize(wanted ? 1 : 0);
                }
            }
        }
    }

    @Test
    void newPhotosOfAVisitThatWasComparedCameInAgain() {
        String patient = Cast.patient(admin);
        String baseline = visit(patient, -1);
        treat(patient, "glabella");
        String followUp = visit(patient, 12);
        String comparison = admin.post("/comparisons", Map.of("baselineVisit", baseline, "followUpVisit", followUp))
                .is(202)
                .id();
        admin.finished(comparison);
        assertThat(cameIn(patient, followUp)).isEmpty();
        admin.upload("/visits/" + followUp + "/photos/rest", FakeLine.photo(99)).is(200);
        assertThat(cameIn(patient, followUp)).hasSize(1);
    }

    @Test
    void photosThatCameInAreOfferedWithWhatTheyAreComparedWithUntilTheyAre() {
        String patient = Cast.patient(admin);
        visit(patient, -200);
        String baseline = visit(patient, -1);
        treat(patient, "glabella");
        String followUp = visit(patient, 12);
        assertThat(cameIn(patient, followUp)).extracting(CameIn::baselineVisit).containsExactly(baseline);
        String comparison = admin.post("/comparisons", Map.of("baselineVisit", baseline, "followUpVisit", followUp))
                .is(202)
                .id();
        assertThat(cameIn(patient, followUp)).isEmpty();
        admin.finished(comparison);
        assertThat(waiting(comparison)).extracting(Waiting::status).containsExactly(Comparison.Status.DONE);
        admin.put(
                        "/comparisons/" + comparison + "/review",
                        Map.of("decision", "accept"),
                        "If-Match",
                        admin.get("/comparisons/" + comparison).header("ETag"))
                .is(200);
        assertThat(waiting(comparison)).isEmpty();
    }

    private List<CameIn> cameIn(String patient, String visit) {
        return after(13).cameIn().stream()
                .filter(row ->
                        row.patient().id().equals(patient) && row.visitId().equals(visit))
                .toList();
    }

    private List<Waiting> waiting(String comparison) {
        return after(13).waiting().stream()
                .filter(row -> row.comparisonId().equals(comparison))
                .toList();
    }
}
