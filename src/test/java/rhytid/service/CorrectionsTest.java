package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import rhytid.face.Expression;
import rhytid.service.HttpCalls.Reply;
import tools.jackson.databind.JsonNode;

/** Landmarks that an injector puts right have the pair measured anew, and lose nothing that was there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorrectionsTest {

    private static final Map<String, Object> LEFT_PUPIL =
            Map.of("followUp", Map.of("rest", Map.of("left", Map.of("pupil", List.of(251.5, 239)))));

    @AutoClose
    private final TestNode node = TestNode.start();

    private final Cast cast = Cast.of(node);

    @Test
    void landmarksPutRightMakeANewResultThatSaysSoAndTheFirstIsKept() {
        JsonNode first = cast.comparison(cast.maraId());
        String path = path(first);
        int runs = node.line.compared.get();
        review(path, LEFT_PUPIL).is(200);
        JsonNode corrected = cast.injector().finished(id(first));
        assertThat(corrected.get("status").asString()).isEqualTo("done");
        assertThat(corrected
                        .at("/result/corrections/followUp/rest/left/pupil/0")
                        .asDouble())
                .isEqualTo(251.5);
        assertThat(corrected.get("firstResult")).isEqualTo(first.get("result"));
        assertThat(corrected.get("images")).hasSize(1);
        cast.injector().get(corrected.at("/images/0/url").asString()).is(200);
        assertThat(corrected
                        .at("/review/correctedLandmarks/followUp/rest/left/pupil/1")
                        .asInt())
                .isEqualTo(239);
        review(path, LEFT_PUPIL).is(200);
        review(path, null).is(200);
        assertThat(node.line.compared.get() - runs)
                .as("the same landmarks, or a word without any, measure nothing anew")
                .isEqualTo(1);
        review(path, Map.of()).is(200);
        JsonNode taken = cast.injector().finished(id(first));
        assertThat(taken.at("/result").has("corrections")).isFalse();
        assertThat(taken.get("firstResult")).isEqualTo(first.get("result"));
    }

    @Test
    void thePatientGoesOnSeeingTheResultBeforeUntilThereIsAnother() {
        JsonNode first = cast.comparison(cast.maraId());
        String path = path(first);
        cast.injector().post(path + "/share").is(201);
        node.line.takesMs(FakeLine.FAR_TOO_LONG_MS);
        try {
            review(path, LEFT_PUPIL).is(200);
            JsonNode meanwhile = cast.mara().get(path).is(200).json();
            assertThat(meanwhile.get("status").asString()).isIn("queued", "running");
            assertThat(meanwhile.get("result")).isEqualTo(first.get("result"));
            cast.mara().get(meanwhile.at("/images/0/url").asString()).is(200);
            cast.injector() // whatever its version is: the worker counts on while it works
                    .put(path + "/review", Map.of("correctedLandmarks", Map.of()), "If-Match", "*")
                    .is(409);
        } finally {
            node.line.takesMs(0);
        }
        cast.injector().finished(id(first));
        JsonNode now = cast.mara().get(path).is(200).json();
        assertThat(now.get("result").has("corrections")).isTrue();
        assertThat(now.get("firstResult").isNull())
                .as("between colleagues, as the review is")
                .isTrue();
    }

    @Test
    void whatCannotBeMeasuredAnewKeepsItsResultAndSaysWhatFailed() {
        JsonNode first = cast.comparison(cast.maraId());
        node.line.broken = true;
        try {
            review(path(first), LEFT_PUPIL).is(200);
            JsonNode failed = cast.injector().finished(id(first));
            assertThat(failed.get("status").asString()).isEqualTo("done");
            assertThat(failed.get("result")).isEqualTo(first.get("result"));
            assertThat(failed.get("failure").asString()).contains("IllegalStateException");
        } finally {
            node.line.broken = false;
        }
        review(path(first), LEFT_PUPIL).is(200);
        JsonNode again = cast.injector().finished(id(first));
        assertThat(again.get("result").has("corrections")).isTrue();
        assertThat(again.get("failure").isNull()).isTrue();
    }

    @Test
    void landmarksSpeakOfThePhotosThatWereComparedEvenIfOthersAreShownNow() {
        JsonNode first = cast.comparison(cast.maraId());
        String visit = first.get("followUpVisit").asString();
        cast.injector()
                .upload("/visits/" + visit + "/photos/rest", FakeLine.photo(33))
                .is(200);
        review(path(first), LEFT_PUPIL).is(200);
        cast.injector().finished(id(first));
        assertThat(node.line.lastFollowUp.get(Expression.REST)).isEqualTo(FakeLine.photo(200));
        JsonNode set = cast.assistant().get(path(first) + "/landmarks").is(200).json();
        assertThat(set.at("/corrected/followUp/rest/left/pupil/0").asDouble()).isEqualTo(251.5);
        JsonNode photo = set.get("photos").get(1);
        assertThat(photo.get("visit").asString()).isEqualTo("followUp");
        assertThat(photo.get("width").asInt()).isEqualTo(400);
        assertThat(photo.at("/points/right/browPupil/1").asDouble()).isEqualTo(198.2);
        cast.assistant().get(photo.get("url").asString()).is(200);
    }

    @Test
    void landmarksThatAreNoneAreTurnedAwayWithTheReason() {
        String path = path(cast.comparison(cast.maraId()));
        assertThat(turnedAway(path, Map.of("rest", Map.of()))).contains("baseline, followUp");
        assertThat(turnedAway(path, in("frown", "left", "pupil", 1, 1))).contains("no photo followUp/frown");
        assertThat(turnedAway(path, in("rest", "middle", "pupil", 1, 1))).contains("right, left");
        assertThat(turnedAway(path, in("rest", "left", "nose", 1, 1))).contains("browMedial");
        assertThat(turnedAway(path, in("rest", "left", "pupil", 400, 1))).contains("outside");
        assertThat(turnedAway(path, Map.of("followUp", 7))).contains("object");
    }

    private String turnedAway(String path, Object landmarks) {
        Reply reply = review(path, landmarks).is(422);
        assertThat(reply.json().get("code").asString()).isEqualTo("landmarks");
        return reply.json().get("detail").asString();
    }

    private static Map<String, Object> in(String expression, String side, String name, double x, double y) {
        return Map.of("followUp", Map.of(expression, Map.of(side, Map.of(name, List.of(x, y)))));
    }

    private Reply review(String path, Object landmarks) {
        Map<String, Object> word = new HashMap<>(Map.of("notes", "moved", "decision", "accept"));
        word.put("correctedLandmarks", landmarks);
        String etag = cast.injector().get(path).header("ETag");
        return cast.injector().put(path + "/review", word, "If-Match", etag);
    }

    private static String id(JsonNode comparison) {
        return comparison.get("id").asString();
    }

    private static String path(JsonNode comparison) {
        return "/comparisons/" + id(comparison);
    }
}
