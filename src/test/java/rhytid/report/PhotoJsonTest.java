package rhytid.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rhytid.comparison.Assessment;
import rhytid.comparison.Comparison;
import rhytid.face.Expression;
import rhytid.geometry.Affine;
import rhytid.photo.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code landmarks} and {@code analyze} print for one photo. */
class PhotoJsonTest {

    @Test
    void landmarksHaveTheContractsForm() {
        String line = LandmarksJson.line("a.jpg", 600, 800, List.of(DrawnComparison.face(Affine.IDENTITY, 24)));
        assertThat(line).doesNotContain("\n");
        JsonNode json = JsonMapper.shared().readTree(line);
        assertThat(json.propertyNames()).containsExactly("file", "width", "height", "faces");
        JsonNode face = json.at("/faces/0");
        assertThat(face.propertyNames()).containsExactly("presence", "box", "points", "irisDiameterPx", "pose");
        assertThat(face.get("points").size()).isEqualTo(478);
        assertThat(face.get("box").size()).isEqualTo(4);
        assertThat(face.at("/irisDiameterPx").propertyNames()).containsExactly("right", "left");
        assertThat(face.at("/pose").propertyNames()).containsExactly("yaw", "pitch", "roll");
    }

    @Test
    void pointsAreCountedFromTheCornerOfThePhotoAndNotFromTheFirstPixelsCentre() {
        String line = LandmarksJson.line("a.jpg", 600, 800, List.of(DrawnComparison.face(Affine.IDENTITY, 24)));
        assertThat(JsonMapper.shared().readTree(line).at("/faces/0/points/468").toString())
                .isEqualTo("[174.5,360.5]");
    }

    @Test
    void noFaceIsAnEmptyList() {
        assertThat(LandmarksJson.line("a.jpg", 10, 20, List.of()))
                .isEqualTo("{\"file\":\"a.jpg\",\"width\":10,\"height\":20,\"faces\":[]}");
    }

    @Test
    void anUnreadableFileIsAnErrorWithItsCode() {
        assertThat(LandmarksJson.error("a\"b.jpg", new Refusal("not-a-photo", "This is no photo.")))
                .isEqualTo(
                        "{\"file\":\"a\\\"b.jpg\",\"error\":{\"code\":\"not-a-photo\",\"message\":\"This is no photo.\"}}");
    }

    @Test
    void anAssessmentIsOneLineWithEveryMeasureOrItsReason() {
        try (Comparison comparison = new DrawnComparison().build()) {
            Assessment assessment =
                    comparison.expressions().values().iterator().next().baseline();
            String line = AssessmentJson.line("a.jpg", assessment);
            assertThat(line).doesNotContain("\n");
            JsonNode json = JsonMapper.shared().readTree(line);
            assertThat(json.at("/brows/right/pupil/value").doubleValue()).isEqualTo(24.012);
            assertThat(json.at("/brows/right/pupil/ci95").size()).isEqualTo(2);
            assertThat(json.at("/brows/left/pupil/value").isNull()).isTrue();
            assertThat(json.at("/brows/left/pupil/reason").stringValue()).isEqualTo("not measured");
            assertThat(json.at("/wrinkles/forehead/lines").intValue()).isEqualTo(1);
            assertThat(json.at("/refusals").size()).isZero();
        }
    }

    @Test
    void aRefusedPhotoSaysWhy() {
        JsonNode json = JsonMapper.shared()
                .readTree(AssessmentJson.refused(
                        "a.jpg", Expression.REST, List.of(new Refusal("no-face", "No face was found."))));
        assertThat(json.at("/refusals/0/code").stringValue()).isEqualTo("no-face");
        assertThat(json.has("brows")).isFalse();
    }
}
