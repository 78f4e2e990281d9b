package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls of the HTTP interface as one caller makes them. */
final class HttpCalls {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client;
    private final String base;
    private final String token;

    HttpCalls(String base) {
        this(CLIENT, base);
    }

    HttpCalls(HttpClient client, String base) {
        this(client, base, null);
    }

    private HttpCalls(HttpClient client, String base, String token) {
        this.client = client;
        this.base = base;
        this.token = token;
    }

    /** An answer. */
    record Reply(HttpResponse<byte[]> response) {
        int status() {
            return response.statusCode();
        }

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        byte[] bytes() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        String id() {
            return json().get("id").asString();
        }

        Reply is(int status) {
            assertThat(status())
                    .as(() -> response.request().method() + " " + response.uri() + ": " + text())
                    .isEqualTo(status);
            return this;
        }
    }

    HttpCalls as(String bearer) {
        return new HttpCalls(client, base, bearer);
    }

    /** The same caller below another address. */
    HttpCalls to(String other) {
        return new HttpCalls(client, other, token);
    }

    HttpCalls signIn(String email, String password) {
        Reply reply =
                post("/login", Map.of("email", email, "password", password)).is(200);
        return as(reply.json().get("token").asString());
    }

    String token() {
        return token;
    }

    String url(String path) {
        return base + path;
    }

    Reply get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    Reply post(String path, Object body, String... headers) {
        return send("POST", path, json(body), with(headers, "Content-Type", "application/json"));
    }

    Reply post(String path) {
        return send("POST", path, BodyPublishers.noBody());
    }

    Reply put(String path, Object body, String... headers) {
        return send("PUT", path, json(body), with(headers, "Content-Type", "application/json"));
    }

    Reply patch(String path, Object body, String... headers) {
        return send("PATCH", path, json(body), with(headers, "Content-Type", "application/json"));
    }

    Reply upload(String path, byte[] photo) {
        return send("PUT", path, BodyPublishers.ofByteArray(photo), "Content-Type", "image/jpeg");
    }

    Reply delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    Reply send(String method, String path, BodyPublisher body, String... headers) {
        String url = path.startsWith("/api/") ? base.replace("/api/v1", "") + path : base + path;
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url)).method(method, body).timeout(Duration.ofSeconds(60));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Reply(client.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + url, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits for a comparison's end. */
    JsonNode finished(String comparisonId) {
        return await(comparisonId, "done|refused|failed");
    }

    /** @param status a pattern */
    JsonNode await(String comparisonId, String status) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < end) {
            JsonNode now = get("/comparisons/" + comparisonId).is(200).json();
            if (now.get("status").asString().matches(status)) {
                return now;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        throw new AssertionError("comparison " + comparisonId + " did not become " + status);
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    }

    private static String[] with(String[] headers, String... more) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + more.length);
        System.arraycopy(more, 0, all, headers.length, more.length);
        return all;
    }
}
