package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What reaches the log when all goes well and when it does not. */
class LogTest {

    @Test
    void logNamesRequestsAndNobody() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Logger ours = (Logger) LoggerFactory.getLogger("rhytid");
        Level before = ours.getLevel();
        ListAppender<ILoggingEvent> kept = new ListAppender<>();
        kept.start();
        root.addAppender(kept);
        ours.setLevel(Level.INFO);
        try (TestNode node = TestNode.start()) {
            HttpCalls admin = node.admin();
            Map<String, String> person =
                    Map.of("name", "Xanthippe", "email", "xanthippe@private.example", "reference", "REF-XYZ");
            admin.post("/patients", person, "X-Request-Id", "the-request-of-mine")
                    .is(201);
            admin.post("/patients", person).is(422);
            admin.get("/patients?q=Xanthippe").is(200);
            node.calls()
                    .post("/login", Map.of("email", "xanthippe@private.example", "password", "Geheim-Wort-99"))
                    .is(401);
            node.line.broken = true;
            Cast.compared(admin);
        } finally {
            root.detachAppender(kept);
            ours.setLevel(before);
        }
        List<String> lines = kept.list.stream().map(LogTest::json).toList();
        assertThat(lines).anyMatch(line -> line.contains("the-request-of-mine") && line.contains("POST"));
        assertThat(lines)
                .noneMatch(line -> line.contains("Xanthippe")
                        || line.contains("private.example")
                        || line.contains("REF-XYZ")
                        || line.contains("Geheim-Wort")
                        || line.contains("Bearer"));
    }

    private static String json(ILoggingEvent event) {
        JsonEncoder encoder = new JsonEncoder();
        encoder.start();
        return new String(encoder.encode(event), StandardCharsets.UTF_8);
    }
}
