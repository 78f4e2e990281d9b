package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import rhytid.service.HttpCalls.Reply;
import tools.jackson.databind.JsonNode;

/** An injector's way through the browser, with the real line on sample pairs: from the work list to the timeline. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReviewJourneyTest {

    private static final Path SAMPLES = Path.of("sample-images");
    private static final Path PAIR = SAMPLES.resolve("01-full-improvement");
    private static final Path TURNED = SAMPLES.resolve("08-refused-head-turned");
    private static final int TREATED_DAYS_AGO = 12;

    @AutoClose
    private TestNode node;

    private Cast cast;

    private Walk walk;

    private String comparison = "";

    @BeforeAll
    void open() {
        node = TestNode.measuring();
        cast = Cast.of(node);
        walk = node.walk();
        walk.signIn("injector@clinic.example", Cast.PASSWORD);
    }

    @Test
    @Order(1)
    void dayWithoutWorkSaysSo() {
        assertThat(walk.path()).as("where an injector starts").isEqualTo("/work");
        walk.see("Nothing to do right now").look("work-list-empty");
    }

    @Test
    @Order(2)
    void photosThatCameInAreComparedAndTheResultOpensByItself() {
        visit(cast.maraId(), TREATED_DAYS_AGO + 1, PAIR.resolve("baseline"), "rest", "frown");
        treat(cast.maraId(), TREATED_DAYS_AGO, Map.of("glabella", 20, "forehead", 10));
        visit(cast.maraId(), 0, PAIR.resolve("follow-up"), "rest", "frown");
        treat(cast.noraId(), 17, Map.of("glabella", 20));
        walk.go("/work").see("Came in").see("Mara").see("Late").look("work-list");
        walk.press("Compare Mara").see("Comparing the photos");
        comparison = walk.path().replaceFirst(".*/", "");
        cast.admin().finished(comparison); // on a busy machine it takes longer than a browser is waited for
        walk.await("document.querySelector('.stage')").see("Frown lines between the brows faded by");
        drawn();
        walk.look("comparison");
    }

    @Test
    @Order(3)
    void bothPhotosMoveTogetherUpToFullResolution() {
        open(comparison);
        key("1").key("0");
        assertThat(planes()).as("whole face").hasSize(2);
        assertThat(full())
                .as("the full photos are not fetched before they are needed")
                .isFalse();
        for (int i = 0; i < 8; i++) {
            key("+");
        }
        walk.await("[...document.querySelectorAll('.full')].every(i => !i.hidden && i.naturalWidth > 1280)");
        walk.evaluate("document.querySelector('.stage').focus()");
        String before = planes().getFirst();
        press("ArrowRight", 39);
        assertThat(planes().getFirst()).as("moved").isNotEqualTo(before);
        assertThat(planes().getFirst()).as("both alike").isEqualTo(planes().getLast());
        walk.clickOn("[data-look=glabella]");
        walk.await("document.querySelector('.area.hot')");
        key("r");
        key("l");
        walk.look("comparison-closer");
        key("l");
        key("0");
    }

    @Test
    @Order(3)
    void twoFingersZoomAndTheMouseMoves() throws IOException, InterruptedException {
        walk.on(Walk.Screen.PHONE, "light");
        open(comparison);
        key("1").key("0");
        JsonNode stage = stage();
        double x = stage.get("x").doubleValue() + stage.get("width").doubleValue() / 4;
        double y = stage.get("y").doubleValue() + stage.get("height").doubleValue() / 2;
        walk.browser().touch("touchStart", List.of(finger(x - 20, y, 0)));
        walk.browser().touch("touchStart", List.of(finger(x - 20, y, 0), finger(x + 20, y, 1)));
        walk.browser().touch("touchMove", List.of(finger(x - 40, y, 0), finger(x + 40, y, 1)));
        walk.browser().touch("touchEnd", List.of());
        walk.await("document.querySelector('.zoom-now').textContent === '200%'");
        assertThat(planes().getFirst()).as("both alike").isEqualTo(planes().getLast());
        walk.on(Walk.Screen.DESK, "light");
        open(comparison);
        key("1").key("0").key("+").key("+").key("+");
        stage = stage();
        x = stage.get("x").doubleValue() + 200;
        y = stage.get("y").doubleValue() + 200;
        String before = planes().getFirst();
        walk.browser().mouse("mousePressed", x, y);
        walk.browser().mouse("mouseMoved", x + 30, y + 20);
        walk.browser().mouse("mouseReleased", x + 30, y + 20);
        assertThat(planes().getFirst()).as("moved").isNotEqualTo(before);
        assertThat(planes().getFirst()).as("both alike").isEqualTo(planes().getLast());
        key("0");
    }

    private static Map<String, Double> finger(double x, double y, int id) {
        return Map.of("x", x, "y", y, "id", (double) id);
    }

    private JsonNode stage() {
        return walk.evaluate("(() => { const s = document.querySelector('.stage'); s.scrollIntoView({block: 'center'});"
                + " const b = s.getBoundingClientRect();"
                + " return {x: b.x, y: b.y, width: b.width, height: b.height}; })()");
    }

    private boolean full() {
        return walk.evaluate("[...document.querySelectorAll('.full')].some(i => i.src)")
                .booleanValue();
    }

    /** Where each photo lies and how large it is. */
    private List<String> planes() {
        return walk.evaluate("[...document.querySelectorAll('.plane')].map(p => p.style.transform + p.style.width)")
                .valueStream()
                .map(text -> text.stringValue())
                .toList();
    }

    @Test
    @Order(4)
    void viewsLayersAndExpressionsChangeByKeyboard() {
        open(comparison);
        for (Map.Entry<String, String> mode :
                Map.of("2", "slider", "3", "blink", "4", "difference").entrySet()) {
            key(mode.getKey());
            assertThat(mode()).isEqualTo(mode.getValue());
        }
        key("4");
        walk.look("comparison-difference");
        key("2");
        walk.evaluate("document.querySelector('.divider').focus()");
        press("ArrowRight", 39);
        assertThat(walk.evaluate("document.querySelector('.divider').getAttribute('aria-valuetext')")
                        .stringValue())
                .isEqualTo("52 % before, 48 % after");
        key("b").key(".");
        assertThat(walk.evaluate("document.querySelector('[role=tab][aria-selected=true]').dataset.expression")
                        .stringValue())
                .isEqualTo("frown");
        assertThat(walk.evaluate("getComputedStyle(document.querySelector('.layer .brows')).display")
                        .stringValue())
                .isNotEqualTo("none");
        walk.look("comparison-slider");
        key("b").key("?");
        walk.await("document.querySelector('#shortcuts').open").look("comparison-shortcuts");
        press("Escape", 27);
        key("1");
    }

    private String mode() {
        return walk.evaluate("document.querySelector('.stage').dataset.mode").stringValue();
    }

    @Test
    @Order(5)
    void aDecisionThatSomebodyOvertookIsToldAndNothingIsLost() {
        open(comparison);
        walk.clickOn("[name=decision][value=accept]").type("notes", "Even. See again in three months.");
        String url = "/comparisons/" + comparison;
        cast.admin()
                .put(
                        url + "/review",
                        Map.of("decision", "touch-up", "notes", "Left side is stronger."),
                        "If-Match",
                        cast.admin().get(url).header("ETag"))
                .is(200);
        walk.press("Save").see("Not saved yet:").see("Left side is stronger.");
        assertThat(walk.evaluate("document.querySelector('#notes').value").stringValue())
                .isEqualTo("Even. See again in three months.");
        drawn();
        walk.look("comparison-overtaken");
        walk.press("Save").see("Saved.");
        assertThat(cast.admin().get(url).json().at("/review/decision").asString())
                .isEqualTo("accept");
        walk.press("Share with the patient").see("The patient sees it in their gallery now.");
        cast.mara().get(url).is(200);
        walk.press("Stop sharing").see("The patient no longer sees it.");
        cast.mara().get(url).is(404);
    }

    @Test
    @Order(6)
    void pointThatSitsWrongIsMovedByKeyboardAndThePairMeasuredAgain() {
        open(comparison);
        walk.press("Correct points").await("document.querySelectorAll('.handle').length === 40");
        assertThat(walk.evaluate("document.activeElement.getAttribute('aria-label')")
                        .stringValue())
                .isEqualTo("Brow above the inner corner of the eye, right, Before");
        for (int i = 0; i < 9; i++) {
            press("ArrowUp", 38);
        }
        walk.see("Points moved: 1.").look("comparison-points");
        dragAHandle();
        walk.see("Points moved: 2.");
        walk.press("Measure again").see("Comparing the photos");
        cast.admin().finished(comparison);
        walk.see("2 points were put right by hand.");
        Reply after = cast.admin().get("/comparisons/" + comparison).is(200);
        assertThat(after.json().at("/review/correctedLandmarks/baseline/rest/right/browMedial"))
                .as("the correction is kept")
                .isNotEmpty();
        assertThat(after.json().at("/review/decision").asString())
                .as("the decision stays")
                .isEqualTo("accept");
        assertThat(after.json().at("/firstResult/schema").asString()).isEqualTo("rhytid.comparison/1");
    }

    /** By the mouse. */
    private void dragAHandle() {
        JsonNode at = walk.evaluate("(() => { const h = [...document.querySelectorAll('.handle')]"
                + ".find(one => one.getAttribute('aria-label') === 'Corner of the mouth, left, Before');"
                + " h.scrollIntoView({block: 'center'}); const b = h.querySelector('.centre').getBoundingClientRect();"
                + " return {x: b.x + b.width / 2, y: b.y + b.height / 2}; })()");
        double x = at.get("x").doubleValue();
        double y = at.get("y").doubleValue();
        try {
            walk.browser().mouse("mousePressed", x, y);
            walk.browser().mouse("mouseMoved", x + 6, y + 4);
            walk.browser().mouse("mouseReleased", x + 6, y + 4);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Order(7)
    void photosThatCannotBeComparedSayWhyAndWhatToDo() {
        String before = visit(cast.noraId(), 18, TURNED.resolve("baseline"), "rest");
        String after = visit(cast.noraId(), 0, TURNED.resolve("follow-up"), "rest");
        String refused = Cast.compared(cast.admin(), before, after).get("id").asString();
        walk.go("/work?show=waiting").see("Can’t be compared").clickOn("a[href='/comparisons/" + refused + "']");
        walk.see("These photos can’t be compared")
                .see("Take the later photos again")
                .look("comparison-refused");
    }

    @Test
    @Order(8)
    void timelineShowsEveryVisitWithItsIntervalInADrawingAndATable() {
        walk.go("/patients/" + cast.maraId() + "/timeline").see("Day " + (TREATED_DAYS_AGO + 1));
        walk.await("document.querySelector('.course canvas')").see("Faded").look("timeline");
        walk.evaluate("document.querySelector('#measure').value = 'brows.pupil.left',"
                + " document.querySelector('#measure').dispatchEvent(new Event('change', {bubbles: true})), 1");
        walk.await("location.search.includes('brows.pupil.left')").see("mm");
    }

    @Test
    @Order(9)
    void assistantsSeeTheResultAndDecideNothing() {
        walk.asNobody().signIn("assistant@clinic.example", Cast.PASSWORD);
        open(comparison);
        assertThat(walk.evaluate("document.querySelectorAll('#decision, [data-act=correct], .dose').length")
                        .intValue())
                .isZero();
        walk.go("/work").see("This is not open to you");
    }

    private void open(String id) {
        walk.go("/comparisons/" + id).await("document.body.classList.contains('live')");
        drawn();
    }

    /** Photos and layers are there. */
    private void drawn() {
        walk.await("document.querySelector('.layer path') && !document.querySelector('.pane.loading')");
    }

    /** Presses a key of one letter. */
    private ReviewJourneyTest key(String key) {
        press(key, key.toUpperCase(java.util.Locale.ROOT).charAt(0));
        return this;
    }

    private void press(String key, int code) {
        try {
            walk.browser().press(key, code);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String visit(String patient, int daysAgo, Path folder, String... expressions) {
        return Cast.visit(
                cast.assistant(), patient, LocalDate.now().minusDays(daysAgo), Cast.photos(folder, expressions));
    }

    private void treat(String patient, int daysAgo, Map<String, Integer> units) {
        cast.injector()
                .post(
                        "/patients/" + patient + "/treatments",
                        Map.of(
                                "date",
                                LocalDate.now().minusDays(daysAgo).toString(),
                                "product",
                                "Botulinum toxin A",
                                "areas",
                                List.copyOf(units.keySet()),
                                "units",
                                units.values().stream()
                                        .mapToInt(Integer::intValue)
                                        .sum(),
                                "unitsByArea",
                                units))
                .is(201);
    }
}
