package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import rhytid.service.HttpCalls.Reply;

/** How much one address may ask. */
class LimitsTest {

    private static final int A_MINUTE = 10;

    @Test
    void whoSendsNextToNothingDoesNotHoldItsPlace() throws Exception {
        try (TestNode node = TestNode.start();
                Socket slow = new Socket("127.0.0.1", node.service.port())) {
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
            node.calls().get("/me").is(401);
        }
    }

    @Test
    void anAddressThatAsksTooMuchIsToldToWaitAndOthersAreNot() {
        try (TestNode node = TestNode.start("--requests-per-minute=" + A_MINUTE, "--behind-proxy")) {
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
            new HttpCalls("http://127.0.0.1:" + node.service.port())
                    .get("/health/live", "X-Forwarded-For", "198.51.100.7")
                    .is(200);
        }
    }
}
