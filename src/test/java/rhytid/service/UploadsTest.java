package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import rhytid.service.HttpCalls.Reply;
import tools.jackson.databind.JsonNode;

/** Photos are kept first, and judged then. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadsTest {

    private static final int BLACK = 0;

    @AutoClose
    private final TestNode node = TestNode.start();

    private final HttpCalls admin = node.admin();

    @Test
    void theAnswerToAnUploadSaysWhetherThePhotoCanBeMeasured() {
        String visit = visit("rest", "frown");
        Reply fit = admin.upload(photo(visit, "rest"), FakeLine.photo(80)).is(201);
        assertThat(fit.json().at("/check/verdict").asString()).isEqualTo("fit");
        assertThat(fit.json().at("/check/warnings/0/code").asString()).isEqualTo("face-small");
        assertThat(fit.json().at("/check/warnings/0/limit").asDouble()).isEqualTo(320);
        Reply unfit = admin.upload(photo(visit, "frown"), FakeLine.photo(BLACK)).is(201);
        JsonNode check = unfit.json().get("check");
        assertThat(check.get("verdict").asString()).isEqualTo("unfit");
        assertThat(check.at("/objections/0/message").asString()).isNotEmpty();
        assertThat(check.at("/objections/0/value").isNull()).isTrue();
        assertThat(admin.get("/visits/" + visit + "/photos").json().get("items"))
                .as("kept whatever was said, and the word with it")
                .hasSize(2)
                .anyMatch(photo -> photo.get("check").equals(check));
        assertThat(admin.get("/photos/" + unfit.id(), "Accept", "application/json")
                        .json()
                        .get("check"))
                .isEqualTo(check);
    }

    @Test
    void aFaultInLookingLosesNoPhotoAndTheSamePhotoPutAgainIsLookedAtAgain() {
        String visit = visit("rest");
        node.line.blind = true;
        Reply kept;
        try {
            kept = admin.upload(photo(visit, "rest"), FakeLine.photo(81)).is(201);
        } finally {
            node.line.blind = false;
        }
        assertThat(kept.json().at("/check/verdict").asString()).isEqualTo("not-checked");
        admin.get("/photos/" + kept.id() + "/original").is(200);
        Reply again = admin.upload(photo(visit, "rest"), FakeLine.photo(81)).is(200);
        assertThat(again.id()).isEqualTo(kept.id());
        assertThat(again.json().at("/check/verdict").asString()).isEqualTo("fit");
    }

    @Test
    void aRestThatCanNoLongerBeReadDoesNotKeepOtherPhotosOut() throws IOException {
        String visit = visit("rest", "frown");
        admin.upload(photo(visit, "rest"), FakeLine.photo(82)).is(201);
        try (Stream<Path> files = Files.walk(node.folder.resolve("photos").resolve("pictures"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith("-preview.jpg")).toList()) {
                Files.write(file, new byte[] {1}, StandardOpenOption.APPEND);
            }
        }
        Reply kept = admin.upload(photo(visit, "frown"), FakeLine.photo(83)).is(201);
        assertThat(kept.json().at("/check/verdict").asString()).isEqualTo("not-checked");
    }

    @Test
    void severalUploadsAtOnceForOneVisitAreAllKeptAndTwoAtATimeAreLookedAt() throws InterruptedException {
        List<String> expressions = List.of("rest", "brow-raise", "frown", "smile");
        String visit = visit(expressions.toArray(String[]::new));
        node.line.checking.set(0);
        node.line.slowCheckMs = 300;
        List<Reply> replies = Collections.synchronizedList(new ArrayList<>());
        List<Thread> phones = new ArrayList<>();
        for (String expression : expressions) {
            byte[] photo = FakeLine.photo(90 + phones.size());
            phones.add(Thread.ofVirtual().start(() -> replies.add(admin.upload(photo(visit, expression), photo))));
        }
        for (Thread phone : phones) {
            phone.join();
        }
        node.line.slowCheckMs = 0;
        assertThat(replies).hasSize(4).allMatch(reply -> reply.status() == 201);
        assertThat(replies)
                .allMatch(reply -> reply.json().at("/check/verdict").asString().equals("fit"));
        assertThat(node.line.checking).hasValue(2);
        assertThat(admin.get("/visits/" + visit + "/photos").json().get("items"))
                .hasSize(4);
    }

    @Test
    void uploadsAtOnceForOneExpressionShowOneAndKeepTheOthersForStaff() throws InterruptedException {
        String visit = visit("rest");
        List<Reply> replies = Collections.synchronizedList(new ArrayList<>());
        List<Thread> phones = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            byte[] photo = FakeLine.photo(110 + i);
            phones.add(Thread.ofVirtual().start(() -> replies.add(admin.upload(photo(visit, "rest"), photo))));
        }
        for (Thread phone : phones) {
            phone.join();
        }
        assertThat(replies.stream().map(Reply::status).sorted()).containsExactly(200, 200, 200, 201);
        assertThat(admin.get("/visits/" + visit + "/photos").json().get("items"))
                .hasSize(1);
        assertThat(admin.get("/visits/" + visit + "/photos?earlier=true").json().get("items"))
                .hasSize(4);
    }

    private String visit(String... expressions) {
        String patient = Cast.patient(admin);
        return admin.post("/patients/" + patient + "/visits", Map.of("expressions", List.of(expressions)))
                .is(201)
                .id();
    }

    private static String photo(String visit, String expression) {
        return "/visits/" + visit + "/photos/" + expression;
    }
}
