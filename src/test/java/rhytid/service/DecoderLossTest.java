package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import rhytid.face.Expression;
import rhytid.service.HttpCalls.Reply;

/** Decoders are killed in the middle of uploads to a whole node, with the real line. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecoderLossTest {

    private static final int UPLOADS = 8;

    @AutoClose
    private final TestNode node = TestNode.measuring();

    private final HttpCalls admin = node.admin();
    private final byte[] photo = QuickLine.photos("baseline").get(Expression.REST);

    @Test
    void anUploadThatLosesOneDecoderIsReadByAnother() {
        long killed = 0;
        for (int i = 0; i < UPLOADS; i++) {
            String path = rest();
            CompletableFuture<Reply> upload = CompletableFuture.supplyAsync(() -> admin.upload(path, photo));
            pause(10 * i); // before, while and after it reads
            killed += kill();
            upload.join().is(201);
            admin.upload(path, photo).is(200); // it is there, and the same
        }
        assertThat(killed).isPositive();
    }

    @Test
    void whereEveryDecoderIsLostTheAnswerIsClearAndTheNextUploadSucceeds() {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < UPLOADS / 2; i++) {
            String path = rest();
            CompletableFuture<Reply> upload = CompletableFuture.supplyAsync(() -> admin.upload(path, photo));
            while (!upload.isDone()) {
                kill();
                pause(5);
            }
            Reply reply = upload.join();
            statuses.add(reply.status());
            switch (reply.status()) {
                case 422 -> assertThat(reply.json().get("code").asString()).isEqualTo("undecodable");
                case 503 -> assertThat(reply.header("Retry-After")).matches("[0-9]+");
                default -> reply.is(201);
            }
        }
        assertThat(statuses).as("some lost both").anyMatch(status -> status != 201);
        node.pages().get("/health/ready").is(200);
        Reply kept = admin.upload(rest(), photo).is(201);
        assertThat(kept.json().at("/check/verdict").asString()).isEqualTo("fit");
    }

    private String rest() {
        String visit = admin.post(
                        "/patients/" + Cast.patient(admin) + "/visits", Map.of("expressions", List.of("rest")))
                .is(201)
                .id();
        return "/visits/" + visit + "/photos/rest";
    }

    /** How many it killed. */
    private static long kill() {
        return decoders().filter(ProcessHandle::destroyForcibly).count();
    }

    private static Stream<ProcessHandle> decoders() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("java")); // PostgreSQL is another
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
