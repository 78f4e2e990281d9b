package rhytid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Debian's Chromium without a window, driven through its DevTools protocol: all that browser tests need, with nothing
 * to download. A test that opens one skips where there is no Chromium, and fails in CI.
 */
public final class Chromium implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path profile;
    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private String session = "";
    private int calls;

    /** @param flags more of Chromium's own switches, such as those of its make-believe camera */
    public Chromium(String... flags) throws IOException, InterruptedException {
        Path program = SharedData.require(Path.of("/usr/bin/chromium"));
        profile = Files.createTempDirectory("chromium");
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile));
        command.addAll(List.of(flags));
        command.add("about:blank");
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        socket =
                http.newWebSocketBuilder().buildAsync(address(), new Listener()).join();
        String target = call("Target.createTarget", Map.of("url", "about:blank"))
                .get("targetId")
                .stringValue();
        session = call("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .get("sessionId")
                .stringValue();
        call("Page.enable", Map.of());
        call("Network.enable", Map.of());
        call("Runtime.enable", Map.of());
        call("Log.enable", Map.of());
        call("Page.setBypassCSP", Map.of("enabled", false));
    }

    /** Chromium writes its port and path into a file of its profile. */
    private URI address() throws IOException, InterruptedException {
        Path file = profile.resolve("DevToolsActivePort");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (Files.exists(file)) {
                List<String> lines = Files.readAllLines(file);
                if (lines.size() == 2) {
                    return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
                }
            }
            Thread.sleep(50);
        }
        throw new IOException("Chromium did not say where it listens");
    }

    /** Sends a command of the DevTools protocol and waits for what it gives back. */
    public JsonNode call(String method, Map<String, ?> parameters) throws IOException, InterruptedException {
        int id = ++calls;
        Map<String, Object> message = new java.util.HashMap<>(Map.of("id", id, "method", method, "params", parameters));
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        socket.sendText(JsonMapper.shared().writeValueAsString(message), true).join();
        while (true) {
            JsonNode answer = answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (answer == null) {
                throw new IOException(method + " was not answered");
            }
            if (answer.get("id").intValue() == id) {
                if (answer.has("error")) {
                    throw new IOException(method + ": " + answer.get("error"));
                }
                return answer.get("result");
            }
        }
    }

    /** Sizes the window; a phone's is touched and not pointed at. */
    public void window(int width, int height, boolean phone) throws IOException, InterruptedException {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", phone));
        call("Emulation.setTouchEmulationEnabled", Map.of("enabled", phone));
        call("Emulation.setScrollbarsHidden", Map.of("hidden", true));
        call("Emulation.setPageScaleFactor", Map.of("pageScaleFactor", 1)); // a phone's zoom is not a desk's
    }

    /** {@code light} or {@code dark}; nothing moves by itself. */
    public void scheme(String scheme) throws IOException, InterruptedException {
        call(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    public void open(Path page) throws IOException, InterruptedException {
        open(page.toUri());
    }

    public void open(URI page) throws IOException, InterruptedException {
        requests.clear();
        complaints.clear();
        call("Page.navigate", Map.of("url", page.toString()));
        await("document.readyState === 'complete' && location.href.startsWith('" + page.getScheme() + ":')");
    }

    /** Waits until the JavaScript expression is true; a page on its way to another one is waited for. */
    public void await(String condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        IOException last = null;
        while (System.nanoTime() < end) {
            try {
                if (evaluate("Boolean(" + condition + ")").asBoolean(false)) {
                    return;
                }
            } catch (IOException e) {
                last = e; // between two pages there is nothing to ask
            }
            Thread.sleep(40);
        }
        throw new IOException(
                "waited in vain for " + condition + " at " + evaluate("location.href") + ":\n"
                        + evaluate("document.body?.innerText").asString(""),
                last);
    }

    /** Chooses files in an {@code <input type=file>}. */
    public void choose(String selector, List<Path> files) throws IOException, InterruptedException {
        int root = call("DOM.getDocument", Map.of()).at("/root/nodeId").intValue();
        int node = call("DOM.querySelector", Map.of("nodeId", root, "selector", selector))
                .get("nodeId")
                .intValue();
        List<String> paths =
                files.stream().map(file -> file.toAbsolutePath().toString()).toList();
        call("DOM.setFileInputFiles", Map.of("nodeId", node, "files", paths));
    }

    /** The whole page as a JPEG; with a dialog over it, what the screen shows. */
    public byte[] picture(double scale, int tallest) throws IOException, InterruptedException {
        boolean whole =
                evaluate("document.querySelector('dialog[open]') === null").asBoolean(true);
        JsonNode size = call("Page.getLayoutMetrics", Map.of()).get(whole ? "cssContentSize" : "cssVisualViewport");
        Map<String, Object> clip = Map.of(
                "x",
                0,
                "y",
                0,
                "width",
                size.get(whole ? "width" : "clientWidth").doubleValue(),
                "height",
                Math.min(tallest, size.get(whole ? "height" : "clientHeight").doubleValue()),
                "scale",
                scale);
        JsonNode shot = call(
                "Page.captureScreenshot",
                Map.of("format", "jpeg", "quality", 72, "clip", clip, "captureBeyondViewport", whole));
        return Base64.getDecoder().decode(shot.get("data").stringValue());
    }

    /** What a JavaScript expression gives, promises waited for. */
    public JsonNode evaluate(String expression) throws IOException, InterruptedException {
        JsonNode result =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (result.has("exceptionDetails")) {
            throw new IOException(result.get("exceptionDetails").toString());
        }
        return result.at("/result/value");
    }

    /** Presses a key, such as {@code ArrowRight}. */
    public void press(String key, int code) throws IOException, InterruptedException {
        for (String type : List.of("rawKeyDown", "keyUp")) {
            call(
                    "Input.dispatchKeyEvent",
                    Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode", code));
        }
    }

    public void mouse(String type, double x, double y) throws IOException, InterruptedException {
        call(
                "Input.dispatchMouseEvent",
                Map.of("type", type, "x", x, "y", y, "button", "left", "buttons", 1, "clickCount", 1));
    }

    public void touch(String type, List<Map<String, Double>> points) throws IOException, InterruptedException {
        call("Input.dispatchTouchEvent", Map.of("type", type, "touchPoints", points));
    }

    /** Addresses asked for since the page was opened, without {@code data:} and {@code file:}. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** What the page's script or its policy complained about since it was opened. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    private void event(JsonNode event) {
        switch (event.path("method").asString("")) {
            case "Network.requestWillBeSent" -> {
                String url = event.at("/params/request/url").asString("");
                if (!url.startsWith("data:") && !url.startsWith("file:") && !url.startsWith("about:")) {
                    requests.add(url);
                }
            }
            case "Runtime.exceptionThrown", "Log.entryAdded" -> complaints.add(event.toString());
            default -> {}
        }
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        http.close();
        try (var files = Files.walk(profile)) {
            files.sorted(java.util.Comparator.reverseOrder()).forEach(Chromium::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Messages come in pieces; answers have an id, events have none. */
    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                JsonNode message = JsonMapper.shared().readTree(text.toString());
                text.setLength(0);
                if (message.has("id")) {
                    answers.add(message);
                } else {
                    event(message);
                }
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }
}
