package rhytid.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import rhytid.comparison.Comparison;
import rhytid.comparison.ExpressionChanges;
import rhytid.comparison.ExpressionComparison;
import rhytid.face.Expression;
import rhytid.geometry.Point;
import rhytid.wrinkle.RegionLines;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the review shows: full pictures, the layers over them, and the numbers read back. */
class ReviewDataTest {

    /** Layers are written to a tenth of a pixel. */
    private static final double A_TENTH_PX = 0.051;

    @Test
    void readingBackGivesTheNumbersThatWereWritten() {
        try (Comparison comparison = new DrawnComparison().build()) {
            ReadComparison read = ReadComparison.of(tree(ComparisonJson.write(comparison)));
            assertThat(read.comparable()).isTrue();
            assertThat(read.algorithm()).isEqualTo(comparison.algorithm());
            assertThat(read.findings()).hasSameSizeAs(comparison.findings());
            assertThat(read.expressions().keySet())
                    .containsExactlyElementsOf(comparison.expressions().keySet());
            for (ExpressionComparison pair : comparison.expressions().values()) {
                ExpressionChanges changes = requireNonNull(read.expressions().get(pair.expression()));
                pair.measures().forEach((key, change) -> {
                    assertThat(requireNonNull(changes.measures().get(key)).significant())
                            .as(key.toString())
                            .isEqualTo(change.significant());
                    assertThat(requireNonNull(changes.measures().get(key)).reason())
                            .isEqualTo(change.reason());
                });
                pair.wrinkles()
                        .forEach((region, change) -> assertThat(
                                        requireNonNull(changes.wrinkles().get(region))
                                                .usable())
                                .as(region.key())
                                .isEqualTo(change.usable()));
            }
        }
    }

    @Test
    void layersLieInTheFrameOfTheFullPictures() throws IOException {
        try (Comparison comparison = new DrawnComparison().build()) {
            JsonNode layers = tree(LayersJson.write(comparison)).get("expressions");
            for (ExpressionComparison pair : comparison.expressions().values()) {
                String key = pair.expression().key();
                JsonNode layer = layers.get(key);
                Map<String, byte[]> pictures = ReviewPictures.of(pair);
                assertThat(pictures).containsOnlyKeys(key + "-before-full.jpg", key + "-after-full.jpg");
                for (byte[] jpeg : pictures.values()) {
                    var picture = ImageIO.read(new ByteArrayInputStream(jpeg));
                    assertThat(picture.getWidth()).isEqualTo(layer.get("width").intValue());
                    assertThat(picture.getHeight())
                            .isEqualTo(layer.get("height").intValue());
                }
            }
        }
    }

    @Test
    void theMapToTheFrameLeadsFromThePhotosPixelsToTheLayersPoints() {
        try (Comparison comparison = new DrawnComparison().build()) {
            ExpressionComparison rest = requireNonNull(comparison.expressions().get(Expression.REST));
            JsonNode photo = tree(LayersJson.write(comparison)).at("/expressions/rest/followUp");
            JsonNode point = photo.at("/points/0");
            Point pixel =
                    rest.followUp().face().landmarks().point(point.get("index").intValue());
            JsonNode map = photo.get("toFrame");
            double x = map.get(0).doubleValue() * pixel.x()
                    + map.get(1).doubleValue() * pixel.y()
                    + map.get(2).doubleValue();
            double y = map.get(3).doubleValue() * pixel.x()
                    + map.get(4).doubleValue() * pixel.y()
                    + map.get(5).doubleValue();
            assertThat(point.get("x").doubleValue()).isCloseTo(x + 0.5, within(A_TENTH_PX));
            assertThat(point.get("y").doubleValue()).isCloseTo(y + 0.5, within(A_TENTH_PX));
            long lines = rest.followUp().lines().values().stream()
                    .filter(RegionLines::usable)
                    .mapToLong(region -> region.lines().size())
                    .sum();
            assertThat(photo.get("lines")).hasSize((int) lines);
        }
    }

    private static JsonNode tree(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
