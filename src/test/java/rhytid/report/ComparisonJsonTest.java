package rhytid.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import rhytid.comparison.Comparison;
import rhytid.wrinkle.Region;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The form that clinics' scripts rely on: CONTRACT.md, comparison.json. */
class ComparisonJsonTest {

    private static final double LAST_DIGIT_MM = 0.001;

    private static JsonNode json(DrawnComparison drawn) {
        try (Comparison comparison = drawn.build()) {
            return JsonMapper.shared().readTree(ComparisonJson.write(comparison));
        }
    }

    @Test
    void keysStandInTheContractsOrder() {
        JsonNode json = json(new DrawnComparison());
        assertThat(json.propertyNames())
                .containsExactly(
                        "schema",
                        "algorithm",
                        "verdict",
                        "refusals",
                        "warnings",
                        "expressions",
                        "movement",
                        "findings");
        assertThat(json.get("schema").stringValue()).isEqualTo("rhytid.comparison/1");
        assertThat(json.get("verdict").stringValue()).isEqualTo("comparable");
        assertThat(json.at("/algorithm/models/0").propertyNames()).containsExactly("name", "sha256");
        assertThat(json.at("/expressions").propertyNames()).containsExactly("rest", "brow-raise");
        assertThat(json.at("/expressions/rest").propertyNames())
                .containsExactly(
                        "scale",
                        "alignment",
                        "brows",
                        "eyelids",
                        "mouth",
                        "lowerFace",
                        "symmetry",
                        "wrinkles",
                        "skin",
                        "landmarks");
        assertThat(json.at("/expressions/rest/landmarks").propertyNames()).containsExactly("baseline", "followUp");
        assertThat(json.at("/expressions/rest/landmarks/followUp/left/pupil")).hasSize(2);
        assertThat(json.at("/expressions/rest/scale/followUp").propertyNames()).containsExactly("pxPerMm", "source");
        assertThat(json.at("/expressions/rest/brows").propertyNames()).startsWith("right", "left");
        assertThat(json.at("/expressions/rest/brows/left").propertyNames())
                .containsExactly("medial", "pupil", "lateral");
        assertThat(json.at("/expressions/rest/mouth").propertyNames()).containsExactly("right", "left", "gingivalShow");
        assertThat(json.at("/findings/0").propertyNames())
                .containsExactly("code", "severity", "side", "message", "value", "about", "expression");
    }

    @Test
    void everyRegionIsThere() {
        assertThat(json(new DrawnComparison()).at("/expressions/rest/wrinkles").propertyNames())
                .containsExactlyElementsOf(
                        List.of(Region.values()).stream().map(Region::key).toList());
    }

    @Test
    void aChangeIsAfterMinusBeforeWithItsInterval() {
        JsonNode change = json(new DrawnComparison()).at("/expressions/rest/brows/left/pupil");
        assertThat(change.propertyNames())
                .containsExactly("unit", "before", "after", "change", "ci95", "mdc95", "significant");
        double difference =
                change.get("after").doubleValue() - change.get("before").doubleValue();
        assertThat(change.get("change").doubleValue()).isCloseTo(difference, within(LAST_DIGIT_MM));
        assertThat(change.get("ci95").get(0).doubleValue()).isCloseTo(difference - 0.49, within(2 * LAST_DIGIT_MM));
        assertThat(change.get("significant").booleanValue()).isTrue();
    }

    @Test
    void numbersEndWellBelowTheNoiseAndNotAtFifteenDigits() {
        assertThat(json(new DrawnComparison())
                        .at("/expressions/rest/brows/left/pupil/before")
                        .toString())
                .isEqualTo("24.012");
    }

    @Test
    void anUnknownMeasureIsNullWithItsReasonAndNeverZero() {
        JsonNode change = json(new DrawnComparison()).at("/expressions/rest/mouth/gingivalShow");
        for (String key : List.of("before", "after", "change", "ci95", "mdc95")) {
            assertThat(change.get(key).isNull()).as(key).isTrue();
        }
        assertThat(change.get("significant").booleanValue()).isFalse();
        assertThat(change.get("reason").stringValue()).isEqualTo("only measured in a smile");
    }

    @Test
    void anUnknownRegionIsNullWithItsReasonAndNeverZero() {
        JsonNode region = json(new DrawnComparison()).at("/expressions/rest/wrinkles/perioral");
        assertThat(region.propertyNames())
                .containsExactly(
                        "lineIndex",
                        "lengthMm",
                        "depth",
                        "changePercent",
                        "ci95Percent",
                        "mdc95Percent",
                        "significant",
                        "usable",
                        "reason");
        assertThat(region.get("changePercent").isNull()).isTrue();
        assertThat(region.get("ci95Percent").isNull()).isTrue();
        assertThat(region.get("usable").booleanValue()).isFalse();
        assertThat(region.get("reason").stringValue()).isEqualTo("a beard covers it");
    }

    @Test
    void aMovementThatCouldNotBeMeasuredIsNullWithItsReason() {
        JsonNode move = json(new DrawnComparison()).at("/movement/frown");
        assertThat(move.propertyNames())
                .containsExactly("unit", "before", "after", "preservedPercent", "ci95Percent", "reason");
        assertThat(move.get("preservedPercent").isNull()).isTrue();
    }

    @Test
    void aRefusedPairSaysWhichPhotoAndWhy() {
        DrawnComparison drawn = new DrawnComparison();
        drawn.withPair = false;
        drawn.refusals.add(DrawnComparison.objection("yaw", "The head is turned.", "follow-up/rest"));
        JsonNode json = json(drawn);
        assertThat(json.get("verdict").stringValue()).isEqualTo("not-comparable");
        assertThat(json.at("/refusals/0").propertyNames())
                .containsExactly("code", "message", "value", "limit", "photo");
        assertThat(json.at("/refusals/0/photo").stringValue()).isEqualTo("follow-up/rest");
        assertThat(json.at("/refusals/0/value").doubleValue()).isEqualTo(12.4);
        assertThat(json.at("/expressions").size()).isZero();
    }

    @Test
    void noNumberIsWrittenWithAnExponent() {
        String text;
        try (Comparison comparison = new DrawnComparison().build()) {
            text = ComparisonJson.write(comparison);
        }
        assertThat(text).doesNotContainPattern("[0-9]E[-+]?[0-9]").doesNotContain("NaN");
    }
}
