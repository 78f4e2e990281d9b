package rhytid.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rhytid.Chromium;
import rhytid.comparison.Comparison;
import tools.jackson.databind.JsonNode;

/** The report in a real browser: by keyboard, mouse and finger, on a phone and a desk, light and dark. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportInBrowserTest {

    private static final String SPLIT = "Number(document.querySelector('.split').value)";

    /** The slider moves in steps of 2. */
    private static final double ONE_STEP = 2;

    private Chromium browser;
    private Path compared;
    private Path refused;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException, InterruptedException {
        browser = new Chromium();
        compared = write(new DrawnComparison(), folder.resolve("compared"));
        DrawnComparison turnedAway = new DrawnComparison();
        turnedAway.refusals.add(DrawnComparison.objection("yaw", "The head is turned.", "follow-up/rest"));
        refused = write(turnedAway, folder.resolve("refused"));
    }

    @AfterAll
    void close() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    private static Path write(DrawnComparison drawn, Path folder) throws IOException {
        try (Comparison comparison = drawn.build()) {
            new ReportWriter().write(comparison, folder);
        }
        return folder.resolve("report.html");
    }

    @Test
    void theDividerMovesByKeyboard() throws IOException, InterruptedException {
        browser.window(1440, 900, false);
        browser.open(compared);
        browser.evaluate("document.querySelector('.split').focus()");
        browser.press("ArrowRight", 39);
        assertThat(browser.evaluate(SPLIT).doubleValue()).isEqualTo(52);
        assertThat(browser.evaluate("document.querySelector('.stage').style.getPropertyValue('--split')")
                        .stringValue())
                .isEqualTo("52");
        browser.press("Home", 36);
        assertThat(browser.evaluate(SPLIT).doubleValue()).isZero();
        browser.press("End", 35);
        assertThat(browser.evaluate(SPLIT).doubleValue()).isEqualTo(100);
        assertThat(browser.evaluate("document.querySelector('.split').getAttribute('aria-valuetext')")
                        .stringValue())
                .isEqualTo("100 % before, 0 % after");
    }

    @Test
    void theDividerFollowsTheMouse() throws IOException, InterruptedException {
        browser.window(1440, 900, false);
        browser.open(compared);
        JsonNode stage = stage();
        double y = stage.get("y").doubleValue() + 60;
        browser.mouse("mousePressed", at(stage, 0.5), y);
        browser.mouse("mouseMoved", at(stage, 0.8), y);
        browser.mouse("mouseReleased", at(stage, 0.8), y);
        assertThat(browser.evaluate(SPLIT).doubleValue()).isCloseTo(80, within(ONE_STEP));
    }

    @Test
    void theDividerFollowsTheFinger() throws IOException, InterruptedException {
        browser.window(360, 740, true);
        browser.open(compared);
        JsonNode stage = stage();
        double y = stage.get("y").doubleValue() + 60;
        browser.touch("touchStart", List.of(Map.of("x", at(stage, 0.5), "y", y)));
        browser.touch("touchMove", List.of(Map.of("x", at(stage, 0.35), "y", y)));
        browser.touch("touchMove", List.of(Map.of("x", at(stage, 0.2), "y", y)));
        browser.touch("touchEnd", List.of());
        assertThat(browser.evaluate(SPLIT).doubleValue()).isCloseTo(20, within(ONE_STEP));
    }

    /** Brings the photos into view. */
    private JsonNode stage() throws IOException, InterruptedException {
        return browser.evaluate("(() => { const s = document.querySelector('.stage'); s.scrollIntoView();"
                + " const b = s.getBoundingClientRect(); return {x: b.x, y: b.y, width: b.width}; })()");
    }

    private static double at(JsonNode stage, double share) {
        return stage.get("x").doubleValue() + share * stage.get("width").doubleValue();
    }

    @Test
    void expressionsChangeByArrowKey() throws IOException, InterruptedException {
        browser.window(1440, 900, false);
        browser.open(compared);
        browser.evaluate("document.querySelector('[role=tab]').focus()");
        browser.press("ArrowRight", 39);
        assertThat(browser.evaluate("[...document.querySelectorAll('.panel')].map(p => p.hidden).join()")
                        .stringValue())
                .isEqualTo("true,false");
    }

    @ParameterizedTest
    @CsvSource({"360, true", "1440, false"})
    void nothingIsWiderThanTheScreen(int width, boolean phone) throws IOException, InterruptedException {
        browser.window(width, 740, phone);
        for (Path page : List.of(compared, refused)) {
            browser.open(page);
            browser.evaluate("document.querySelectorAll('.panel').forEach(p => p.hidden = false)");
            browser.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
            assertThat(browser.evaluate("document.documentElement.scrollWidth").intValue())
                    .isLessThanOrEqualTo(width);
        }
    }

    @Test
    void nothingIsAskedForAndNothingComplains() throws IOException, InterruptedException {
        browser.open(compared);
        assertThat(browser.requests()).isEmpty();
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.evaluate("[...document.images].every(i => i.naturalWidth > 0)")
                        .booleanValue())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"360, light", "360, dark", "1440, light", "1440, dark"})
    void axeFindsNothing(int width, String scheme) throws IOException, InterruptedException {
        browser.window(width, 740, width < 800);
        browser.scheme(scheme);
        for (Path page : List.of(compared, refused)) {
            browser.open(page);
            browser.evaluate(axe());
            JsonNode result = browser.evaluate("axe.run(document, {runOnly:"
                    + " ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
                    + ".then(r => ({kept: r.passes.map(p => p.id), broken: r.violations.map(v => v.id + ': '"
                    + " + v.nodes.map(n => n.html.slice(0, 120) + ' ' + n.failureSummary).join(' | '))}))");
            assertThat(texts(result.get("kept"))).contains("color-contrast", "image-alt", "heading-order");
            assertThat(texts(result.get("broken"))).isEmpty();
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.stringValue()));
        return texts;
    }

    private static String axe() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(ReportInBrowserTest.class.getResourceAsStream("/axe.min.js"), "axe-core")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
