package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Staff's pages in the other languages: nothing on them is English, and Arabic runs from right to left. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LanguagesJourneyTest {

    private static final Path PAIR = Path.of("sample-images/05-left-crows-feet-left-over");
    private static final Path RESOURCES = Path.of("src/main/resources/rhytid");

    /** Shorter texts may stand in other languages by chance. */
    private static final int TELLING = 12;

    @AutoClose
    private TestNode node;

    private Walk walk;

    private String patient;
    private String visit;
    private String comparison;
    private List<String> english;

    @BeforeAll
    void open() throws IOException {
        node = TestNode.measuring();
        HttpCalls admin = node.admin();
        patient = admin.post("/patients", Map.of("name", "Mara")).is(201).id();
        Cast.treated(admin, patient, LocalDate.of(2026, 3, 2), "glabella", "crows-feet-left");
        String baseline = visit(admin, "2026-03-02", "baseline");
        visit = visit(admin, "2026-03-14", "follow-up");
        JsonNode compared = Cast.compared(admin, baseline, visit);
        assertThat(compared.get("status").asString()).isEqualTo("done");
        comparison = compared.get("id").asString();
        english = english();
        walk = node.walk().signIn(TestNode.ADMIN, TestNode.PASSWORD);
    }

    @Test
    void arabicPagesRunFromRightToLeftAndHoldNoEnglish() {
        speak("ar");
        for (Map.Entry<String, String> page : pages().entrySet()) {
            walk.go(page.getValue());
            assertThat(walk.evaluate("document.documentElement.dir").stringValue())
                    .isEqualTo("rtl");
            walk.look(page.getKey() + "-ar");
            holdsNoEnglish(page.getKey());
        }
    }

    @Test
    void germanPagesHoldNoEnglish() {
        speak("de");
        for (Map.Entry<String, String> page : pages().entrySet()) {
            walk.go(page.getValue());
            holdsNoEnglish(page.getKey());
        }
        walk.go("/comparisons/" + comparison).look("comparison-de");
    }

    @Test
    void browsersWishIsHeardUntilSomebodyChooses() {
        walk.evaluate("cookieStore.delete('rhytid_language')");
        assertThat(signInPage("de-AT,de;q=0.9,en;q=0.5")).contains("lang=\"de\"", "Anmelden");
        assertThat(signInPage("ar-EG,ar;q=0.9")).contains("lang=\"ar\"", "dir=\"rtl\"");
        assertThat(signInPage("fi")).contains("lang=\"en\"");
    }

    private String signInPage(String wanted) {
        return node.pages().get("/sign-in", "Accept-Language", wanted).is(200).text();
    }

    private Map<String, String> pages() {
        Map<String, String> pages = new java.util.LinkedHashMap<>();
        pages.put("comparison", "/comparisons/" + comparison);
        pages.put("work", "/work");
        pages.put("patient", "/patients/" + patient);
        pages.put("visit", "/visits/" + visit);
        pages.put("timeline", "/patients/" + patient + "/timeline");
        pages.put("service", "/administration/service");
        pages.put("account", "/account");
        pages.put("second-factor", "/account/second-factor");
        return pages;
    }

    private void speak(String language) {
        walk.go("/work").clickOn("[name=language][value=" + language + "]");
        walk.await("document.documentElement.lang === '" + language + "'");
    }

    private void holdsNoEnglish(String page) {
        String text = walk.evaluate("document.body.innerText + '\\n' + document.title + '\\n' +"
                        + " [...document.querySelectorAll('[aria-label], [alt], [title]')].map(e =>"
                        + " [e.ariaLabel, e.alt, e.title].join('\\n')).join('\\n')")
                .stringValue();
        assertThat(english.stream().filter(text::contains).toList()).as(page).isEmpty();
    }

    private String visit(HttpCalls admin, String day, String folder) {
        return Cast.visit(admin, patient, LocalDate.parse(day), Cast.photos(PAIR.resolve(folder), "rest", "smile"));
    }

    /** Every text without gaps that is long enough to be told from other languages. */
    private static List<String> english() throws IOException {
        List<Path> files = new ArrayList<>(List.of(RESOURCES.resolve("report/messages.properties")));
        try (Stream<Path> words = Files.list(RESOURCES.resolve("web/words"))) {
            words.filter(file -> !file.getFileName().toString().contains("_")).forEach(files::add);
        }
        List<String> texts = new ArrayList<>();
        for (Path file : files) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
            properties.values().stream()
                    .map(Object::toString)
                    .filter(text -> text.length() >= TELLING && text.contains(" ") && !text.contains("{"))
                    .forEach(texts::add);
        }
        return texts;
    }
}
