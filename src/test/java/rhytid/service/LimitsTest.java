package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import rhytid.service.HttpCalls.Reply;

/** How much one address may ask, how slowly, and what every answer tells the browser; behind a proxy with HTTPS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitsTest {

    private static final int A_MINUTE = 10;

    @AutoClose
    private final TestNode node = TestNode.start(
            "--requests-per-minute=" + A_MINUTE, "--behind-proxy", "--public-url=https://clinic.example");

    @Test
    void anAddressThatAsksTooMuchIsToldToWaitAndOthersAreNot() {
        HttpCalls calls = node.calls();
        for (int i = 0; i < A_MINUTE; i++) {
            calls.get("/me", "X-Forwarded-For", "198.51.100.7").is(401);
        }
        Reply over = calls.get("/me", "X-Forwarded-For", "198.51.100.7").is(429);
        assertThat(over.json().get("code").asString()).isEqualTo("too-many-requests");
        assertThat(Integer.parseInt(over.header("Retry-After"))).isBetween(1, 60);
        calls.get("/me", "X-Forwarded-For", "1.2.3.4, 198.51.100.7")
                .is(429); // only what the proxy wrote counts: the last
        calls.get("/me", "X-Forwarded-For", "198.51.100.8").is(401);
        node.pages().get("/health/live", "X-Forwarded-For", "198.51.100.7").is(200);
    }

    @Test
    void whoSendsNextToNothingDoesNotHoldItsPlace() throws Exception {
        try (Socket slow = new Socket("127.0.0.1", node.service.port())) {
            OutputStream out = slow.getOutputStream();
            out.write(("POST /api/v1/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 100000\r\n\r\n{")
                    .getBytes(StandardCharsets.US_ASCII));
            long start = System.nanoTime();
            assertThatThrownBy(() -> {
                        while (System.nanoTime() - start
                                < Duration.ofSeconds(60).toNanos()) {
                            out.write(' ');
                            out.flush();
                            Thread.sleep(250);
                        }
                    })
                    .as("the connection is closed")
                    .isInstanceOf(IOException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
        }
    }

    @Test
    void aFormForEverybodyIsNotReadBeyondWhatAFormCanHold() {
        HttpCalls pages = new HttpCalls("http://127.0.0.1:" + node.service.port());
        String form = "email=a@b&password=" + "x".repeat(1 << 20);
        for (String type : new String[] {"application/x-www-form-urlencoded", "multipart/form-data; boundary=b"}) {
            pages.send(
                            "POST",
                            "/sign-in",
                            BodyPublishers.ofString(form),
                            "Content-Type",
                            type,
                            "X-Forwarded-For",
                            "198.51.100.10")
                    .is(413);
        }
        pages.send(
                        "POST",
                        "/sign-in",
                        BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(form.getBytes(StandardCharsets.UTF_8))),
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "X-Forwarded-For",
                        "198.51.100.10")
                .is(413);
    }

    @Test
    void everyAnswerIsClosedToOtherSitesAndCookiesStayWithHttps() {
        Map<String, String> login = Map.of("email", TestNode.ADMIN, "password", TestNode.PASSWORD);
        Reply signedIn = node.calls()
                .post("/login", login, "X-Forwarded-For", "198.51.100.9")
                .is(200);
        assertThat(signedIn.response().headers().allValues("Set-Cookie"))
                .hasSize(2)
                .allMatch(cookie -> cookie.contains("Secure") && cookie.contains("SameSite=Strict"))
                .anyMatch(cookie -> cookie.startsWith("__Host-rhytid_session=") && cookie.contains("HttpOnly"));
        for (Reply reply : new Reply[] {signedIn, node.calls().get("/patients", "X-Forwarded-For", "198.51.100.9")}) {
            assertThat(reply.header("Strict-Transport-Security")).contains("max-age=");
            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(reply.header("Content-Security-Policy"))
                    .contains("default-src 'none'", "frame-ancestors 'none'");
            assertThat(reply.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
            assertThat(reply.header("Access-Control-Allow-Origin")).isNull();
            assertThat(reply.header("Server")).isNull();
        }
    }
}
