package rhytid.report;

import java.util.List;
import java.util.Map;
import rhytid.comparison.Assessment;
import rhytid.face.Expression;
import rhytid.face.Face;
import rhytid.face.Side;
import rhytid.measure.Estimate;
import rhytid.measure.FaceMeasures;
import rhytid.measure.Measure;
import rhytid.photo.Refusal;
import rhytid.wrinkle.Region;
import rhytid.wrinkle.RegionLines;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code rhytid analyze} prints: one photo's assessment on one line. */
public final class AssessmentJson {

    public static final String SCHEMA = "rhytid.assessment/1";

    private AssessmentJson() {}

    /** @param file as the caller named it */
    public static String line(String file, Assessment assessment) {
        ObjectNode json = head(file, assessment.expression());
        json.put("width", assessment.photo().width());
        json.put("height", assessment.photo().height());
        face(json, assessment.face());
        measures(json, assessment.measures());
        ObjectNode wrinkles = json.putObject("wrinkles");
        for (Region region : Region.values()) {
            RegionLines lines = assessment.lines().get(region);
            if (lines != null) {
                wrinkles.set(region.key(), region(lines));
            }
        }
        ObjectNode skin = json.putObject("skin");
        assessment.skin().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(s -> skin.set(s.getKey(), JsonParts.estimate("index", s.getValue())));
        json.putArray("refusals");
        json.set("warnings", refusals(assessment.warnings()));
        return JsonParts.line(json);
    }

    /** A photo that is not measured, and why. */
    public static String refused(String file, Expression expression, List<Refusal> refusals) {
        ObjectNode json = head(file, expression);
        json.set("refusals", refusals(refusals));
        json.putArray("warnings");
        return JsonParts.line(json);
    }

    private static ObjectNode head(String file, Expression expression) {
        return JsonParts.object().put("schema", SCHEMA).put("file", file).put("expression", expression.key());
    }

    private static void face(ObjectNode json, Face face) {
        json.put("presence", JsonNumbers.rounded(face.landmarks().presence(), 4));
        json.set("pose", JsonParts.pose(face.pose()).put("errorDeg", JsonNumbers.rounded(face.poseErrorDeg(), 2)));
        json.set(
                "scale",
                JsonParts.scale(face.scale())
                        .put("relativeError", JsonNumbers.rounded(face.scale().relativeError(), 4)));
    }

    private static void measures(ObjectNode json, FaceMeasures measures) {
        for (Measure measure : Measure.values()) {
            ObjectNode group = json.withObjectProperty(measure.group());
            if (!measure.sided()) {
                group.set(measure.key(), JsonParts.estimate(measure.unit(), measures.get(measure)));
                continue;
            }
            for (Side side : Side.values()) {
                Estimate estimate = measures.get(measure, side);
                group.withObjectProperty(side.key()).set(measure.key(), JsonParts.estimate(measure.unit(), estimate));
            }
        }
    }

    private static ObjectNode region(RegionLines region) {
        ObjectNode json = JsonParts.object();
        Estimate index = region.reason() == null
                ? Estimate.of(region.lineIndex(), region.lineIndexError())
                : Estimate.unknown(region.reason());
        json.set("lineIndex", JsonParts.estimate("index", index));
        boolean usable = region.usable();
        json.put("lengthMm", usable ? JsonNumbers.rounded(region.lengthMm(), 1) : null);
        json.put("depth", usable ? JsonNumbers.rounded(region.depth(), 4) : null);
        json.put("areaMm2", JsonNumbers.rounded(region.areaMm2(), 0));
        json.put("lines", usable ? Integer.valueOf(region.lines().size()) : null);
        return json.put("usable", usable).put("reason", region.reason());
    }

    private static ArrayNode refusals(List<Refusal> refusals) {
        ArrayNode json = JsonParts.array();
        refusals.forEach(r -> json.add(JsonParts.refusal(r, null)));
        return json;
    }
}
