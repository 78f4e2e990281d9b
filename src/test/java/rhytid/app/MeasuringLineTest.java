package rhytid.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import rhytid.clinic.PhotoAsked;
import rhytid.clinic.PhotoCheck;
import rhytid.clinic.PhotoCheck.Objection;
import rhytid.clinic.PhotoCheck.Verdict;
import rhytid.decoder.Decoders;
import rhytid.face.Expression;
import rhytid.face.Models;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MeasuringLineTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A place is put in the photo, its height read as if the head faced the camera. */
    private static final Offset<Double> HEAD_NOT_QUITE_FRONTAL_MM = within(0.1);

    private static final MeasuringLine LINE =
            new MeasuringLine(Models.open(Path.of("models")), Decoders.ofThisProgram());

    @AfterAll
    static void close() {
        LINE.close();
    }

    @Test
    void uploadedPhotoIsJudgedAsItWillBeWhenItIsCompared() throws Exception {
        PhotoCheck fit = check("01-full-improvement/baseline/rest.jpg");
        assertThat(fit.verdict()).isEqualTo(Verdict.FIT);
        PhotoCheck unfit = check("08-refused-head-turned/follow-up/rest.jpg");
        assertThat(unfit.verdict()).isEqualTo(Verdict.UNFIT);
        Objection turned = unfit.objections().getFirst();
        assertThat(turned.code()).isEqualTo("head-turned");
        assertThat(turned.value()).isGreaterThan(turned.limit());
        assertThat(turned.message()).contains("points at the camera");
    }

    @Test
    void faceAtRestIsNoFrownYetUnlessATreatmentTookItAway() throws Exception {
        byte[] rest = bytes("01-full-improvement/baseline/rest.jpg");
        byte[] frown = bytes("01-full-improvement/baseline/frown.jpg");
        byte[] treated = bytes("01-full-improvement/follow-up/frown.jpg");
        PhotoCheck frowning = LINE.check(frown, new PhotoAsked(Expression.FROWN, rest, false));
        assertThat(frowning.verdict()).isEqualTo(Verdict.FIT);
        PhotoCheck none = LINE.check(treated, new PhotoAsked(Expression.FROWN, rest, false));
        assertThat(none.objections()).extracting(Objection::code).containsExactly("no-frown");
        PhotoCheck effect = LINE.check(treated, new PhotoAsked(Expression.FROWN, rest, true));
        assertThat(effect.verdict()).isEqualTo(Verdict.FIT);
        assertThat(effect.warnings()).extracting(Objection::code).contains("weak-frown");
    }

    private static byte[] bytes(String sample) throws Exception {
        return Files.readAllBytes(Path.of("sample-images").resolve(sample));
    }

    @Test
    void whatIsNoPhotoIsAFaultAndNoVerdict() {
        byte[] text = "no photo".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> LINE.check(text, PhotoAsked.of(Expression.REST)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aPlacePutRightMovesItsMeasureByAsMuchAndTheResultSaysSo() throws Exception {
        JsonNode plain = compared(null);
        JsonNode places = plain.at("/expressions/rest/landmarks/followUp/left/browPupil");
        double pxPerMm = plain.at("/expressions/rest/scale/followUp/pxPerMm").asDouble();
        double liftedY = places.get(1).asDouble() - 3 * pxPerMm;
        JsonNode corrections = JSON.readTree("{\"baseline\":{},\"followUp\":{\"rest\":{\"left\":{\"browPupil\":["
                + places.get(0) + "," + BigDecimal.valueOf(liftedY).setScale(1, RoundingMode.HALF_EVEN) + "]}}}}");
        JsonNode corrected = compared(corrections);
        assertThat(corrected.get("corrections").toString()).isEqualTo(corrections.toString());
        assertThat(browPupil(corrected, "left") - browPupil(plain, "left")).isCloseTo(3, HEAD_NOT_QUITE_FRONTAL_MM);
        // Brows stand higher on average by half of it, which is taken out of how far the head nodded.
        assertThat(browPupil(corrected, "right")).isCloseTo(browPupil(plain, "right"), within(0.1));
        assertThat(plain.has("corrections")).isFalse();
    }

    private static double browPupil(JsonNode result, String side) {
        return result.at("/expressions/rest/brows/" + side + "/pupil/change").asDouble();
    }

    private JsonNode compared(@Nullable JsonNode corrections) throws Exception {
        Path pair = Path.of("sample-images", "04-brow-lift-left");
        byte[] before = Files.readAllBytes(pair.resolve("baseline").resolve("rest.jpg"));
        byte[] after = Files.readAllBytes(pair.resolve("follow-up").resolve("rest.jpg"));
        return JSON.readTree(
                LINE.compare(Map.of(Expression.REST, before), Map.of(Expression.REST, after), corrections, share -> {})
                        .json());
    }

    private PhotoCheck check(String sample) throws Exception {
        return LINE.check(Files.readAllBytes(Path.of("sample-images").resolve(sample)), PhotoAsked.of(Expression.REST));
    }
}
