package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import rhytid.Chromium;
import tools.jackson.databind.JsonNode;

/**
 * A person with a browser in front of a running node: goes, clicks and types as people do, and looks at pages on a
 * phone and on a desk, by day and by night. Pictures are written to {@code target/pages}; with
 * {@code -Drhytid.pictures=docs} those by day go to {@code src/site/images/pages}.
 */
final class Walk implements AutoCloseable {

    /** Of which pages are looked at. */
    enum Screen {
        PHONE(360, 740, 1),
        DESK(1440, 900, 0.667);

        final int width;
        final int height;
        final double pictureScale;

        Screen(int width, int height, double pictureScale) {
            this.width = width;
            this.height = height;
            this.pictureScale = pictureScale;
        }
    }

    private static final int TALLEST_PICTURE_PX = 3200;
    /** Scripts answer from then on. */
    private static final String LOADED = "document.readyState === 'complete'";

    private static final String VISIBLE = "e.checkVisibility({visibilityProperty: true})";

    private final Chromium browser;
    private final String base;

    /** @param base where the service listens */
    Walk(String base, String... flags) {
        this.base = base;
        try {
            browser = new Chromium(flags);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        on(Screen.DESK, "light");
    }

    /** What the browser is asked for, with its faults made unchecked. */
    private interface Asking<T> {
        T ask() throws IOException, InterruptedException;
    }

    private static <T> T ask(Asking<T> asking) {
        try {
            return asking.ask();
        } catch (IOException e) {
            throw new AssertionError(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Chromium browser() {
        return browser;
    }

    String base() {
        return base;
    }

    Walk on(Screen screen, String scheme) {
        return ask(() -> {
            browser.window(screen.width, screen.height, screen == Screen.PHONE);
            browser.scheme(scheme);
            return this;
        });
    }

    Walk go(String pathOrUrl) {
        return ask(() -> {
            browser.open(URI.create(pathOrUrl.startsWith("http") ? pathOrUrl : base + pathOrUrl));
            return this;
        });
    }

    Walk signIn(String email, String password) {
        go("/sign-in").type("email", email).type("password", password).press("Sign in");
        return await("location.pathname !== '/sign-in'");
    }

    /** Forgets all cookies, as another browser would have none. */
    Walk asNobody() {
        return ask(() -> {
            browser.call("Network.clearBrowserCookies", Map.of());
            return this;
        });
    }

    /** Types into the field of this name, in place of what is there. */
    Walk type(String name, String text) {
        return ask(() -> {
            String field = "document.querySelector('[name=" + quoted(name) + "]')";
            browser.await(field);
            browser.evaluate(field + ".focus(), " + field + ".select?.()");
            browser.call("Input.insertText", Map.of("text", text));
            return this;
        });
    }

    /** Clicks the visible button, link or label of this name. */
    Walk press(String name) {
        String found =
                "[...document.querySelectorAll('button, a, summary, label, [role=tab], [role=button]')].find(e => "
                        + VISIBLE + " && (e.getAttribute('aria-label') ?? e.innerText).trim() === " + quoted(name)
                        + ")";
        return click(found);
    }

    /** Clicks the first that the selector finds. */
    Walk clickOn(String selector) {
        return click("document.querySelector(" + quoted(selector) + ")");
    }

    private Walk click(String element) {
        return ask(() -> {
            browser.await(LOADED + " && " + element);
            JsonNode at = browser.evaluate(
                    "(() => { const e = " + element + "; e.scrollIntoView({block: 'center'});"
                            + " const b = e.getBoundingClientRect(); return {x: b.x + b.width / 2, y: b.y + b.height / 2}; })()");
            browser.mouse("mousePressed", at.get("x").doubleValue(), at.get("y").doubleValue());
            browser.mouse(
                    "mouseReleased", at.get("x").doubleValue(), at.get("y").doubleValue());
            return this;
        });
    }

    /** Waits until the page says this. */
    Walk see(String text) {
        return await("document.body.innerText.includes(" + quoted(text) + ")");
    }

    Walk await(String condition) {
        return ask(() -> {
            browser.await(condition);
            return this;
        });
    }

    JsonNode evaluate(String expression) {
        return ask(() -> browser.evaluate(expression));
    }

    String path() {
        return evaluate("location.pathname").stringValue();
    }

    Walk choose(String selector, Path... files) {
        return ask(() -> {
            browser.await(LOADED + " && document.querySelector(" + quoted(selector) + ")");
            browser.choose(selector, List.of(files));
            return this;
        });
    }

    /**
     * Looks at the page on both screens by day and by night: nothing is wider than the screen, axe finds nothing, the
     * browser complains about nothing; and takes its picture.
     */
    Walk look(String name) {
        for (Screen screen : Screen.values()) {
            for (String scheme : List.of("light", "dark")) {
                on(screen, scheme);
                settle();
                assertThat(evaluate("document.documentElement.scrollWidth").intValue())
                        .as(name + " is no wider than the screen")
                        .isLessThanOrEqualTo(screen.width);
                assertThat(axe()).as(name + ", " + screen.width + ", " + scheme).isEmpty();
                picture(name, screen, scheme);
            }
        }
        assertThat(complaints()).as(name).isEmpty();
        return on(Screen.DESK, "light");
    }

    /** What the browser's console had to say since the page was opened; a refused answer is no fault of the page. */
    List<String> complaints() {
        return browser.complaints().stream()
                .filter(text -> !text.contains("the server responded with a status of"))
                .filter(text -> !text.contains("\"level\":\"info\"") && !text.contains("\"level\":\"verbose\""))
                .toList();
    }

    /** Pictures are there, and nothing moves. */
    private void settle() {
        await("[...document.images].every(i => i.complete) && !document.querySelector('.htmx-request')");
        evaluate("document.fonts.ready.then(() => new Promise(r => requestAnimationFrame(() => r(1))))");
    }

    /** What axe's rules find, each with the place. */
    List<String> axe() {
        if (!evaluate("typeof axe !== 'undefined'").booleanValue()) {
            evaluate(AXE);
        }
        JsonNode broken = evaluate("axe.run(document, {runOnly:"
                + " ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
                + ".then(r => r.violations.map(v => v.impact + ' ' + v.id + ': '"
                + " + v.nodes.map(n => n.html.slice(0, 160) + ' ' + n.failureSummary).join(' | ')))");
        List<String> texts = new ArrayList<>();
        broken.forEach(text -> texts.add(text.stringValue()));
        return texts;
    }

    private void picture(String name, Screen screen, String scheme) {
        boolean docs = "docs".equals(System.getProperty("rhytid.pictures"));
        boolean day = scheme.equals("light");
        Path folder = Path.of(docs && day ? "src/site/images/pages" : "target/pages");
        Path file = folder.resolve(name + "-" + screen.width + (day ? "" : "-dark") + ".jpg");
        ask(() -> {
            Files.createDirectories(folder);
            return Files.write(file, browser.picture(screen.pictureScale, TALLEST_PICTURE_PX));
        });
    }

    @Override
    public void close() {
        try {
            browser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String quoted(String text) {
        return tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(text);
    }

    private static final String AXE = axeScript();

    private static String axeScript() {
        try (InputStream file = Objects.requireNonNull(Walk.class.getResourceAsStream("/axe.min.js"), "axe-core")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8) + "; 0";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
