package rhytid.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import rhytid.alignment.Alignment;
import rhytid.comparison.Change;
import rhytid.comparison.Comparison;
import rhytid.comparison.ExpressionComparison;
import rhytid.comparison.Finding;
import rhytid.comparison.MovementChange;
import rhytid.comparison.RegionChange;
import rhytid.face.NamedPoints;
import rhytid.face.Side;
import rhytid.measure.Measure;
import rhytid.measure.MeasureKey;
import rhytid.wrinkle.Region;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A comparison as {@code comparison.json}, schema {@code rhytid.comparison/1}. Every measure and region of the schema
 * is there: what was not measured has nulls and a reason.
 */
public final class ComparisonJson {

    public static final String SCHEMA = "rhytid.comparison/1";

    private static final String NOT_MEASURED = "not measured";

    private ComparisonJson() {}

    /** The file's text. */
    public static String write(Comparison comparison) {
        return JsonParts.pretty(tree(comparison));
    }

    /** The same as a tree, for callers that put it into an answer of their own. */
    public static ObjectNode tree(Comparison comparison) {
        ObjectNode json = JsonParts.object().put("schema", SCHEMA);
        json.set("algorithm", algorithm(comparison));
        json.put("verdict", comparison.comparable() ? "comparable" : "not-comparable");
        json.set("refusals", JsonParts.objections(comparison.refusals()));
        json.set("warnings", JsonParts.objections(comparison.warnings()));
        ObjectNode expressions = json.putObject("expressions");
        comparison.expressions().values().stream()
                .sorted(java.util.Comparator.comparing(ExpressionComparison::expression))
                .forEach(e -> expressions.set(e.expression().key(), expression(e)));
        ObjectNode movement = json.putObject("movement");
        comparison.movement().forEach((name, move) -> movement.set(name, movement(move)));
        ArrayNode findings = json.putArray("findings");
        comparison.findings().forEach(f -> findings.add(finding(f)));
        if (!comparison.corrections().isEmpty()) {
            json.set("corrections", CorrectionsJson.tree(comparison.corrections()));
        }
        return json;
    }

    private static ObjectNode algorithm(Comparison comparison) {
        ObjectNode json = JsonParts.object().put("version", comparison.algorithm());
        ArrayNode models = json.putArray("models");
        comparison.models().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(m -> models.addObject().put("name", m.getKey()).put("sha256", m.getValue()));
        return json;
    }

    private static void alignment(ObjectNode json, Alignment alignment) {
        json.put("residualMmMedian", JsonNumbers.rounded(alignment.residualMmMedian(), 3))
                .put("residualMmP95", JsonNumbers.rounded(alignment.residualMmP95(), 3));
        ObjectNode regions = json.putObject("regions");
        alignment.regions().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> regions.putObject(e.getKey())
                        .put(
                                "residualMmMedian",
                                JsonNumbers.rounded(e.getValue().mmMedian(), 3))
                        .put("residualMmP95", JsonNumbers.rounded(e.getValue().mmP95(), 3)));
    }

    private static ObjectNode expression(ExpressionComparison pair) {
        ObjectNode json = JsonParts.object();
        json.putObject("scale")
                .set("baseline", JsonParts.scale(pair.baseline().face().scale()))
                .set("followUp", JsonParts.scale(pair.followUp().face().scale()));
        alignment(json.putObject("alignment"), pair.alignment());
        for (Measure measure : Measure.values()) {
            measure(json.withObjectProperty(measure.group()), measure, pair.measures());
        }
        ObjectNode wrinkles = json.putObject("wrinkles");
        for (Region region : Region.values()) {
            wrinkles.set(region.key(), region(pair.wrinkles().get(region)));
        }
        ObjectNode skin = json.putObject("skin");
        pair.skin().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(s -> skin.set(s.getKey(), JsonParts.change(s.getValue())));
        json.putObject("landmarks")
                .set(
                        "baseline",
                        CorrectionsJson.points(NamedPoints.of(pair.baseline().face())))
                .set(
                        "followUp",
                        CorrectionsJson.points(NamedPoints.of(pair.followUp().face())));
        return json;
    }

    private static void measure(ObjectNode group, Measure measure, Map<MeasureKey, Change> changes) {
        if (!measure.sided()) {
            group.set(measure.key(), change(measure, null, changes));
            return;
        }
        for (Side side : Side.values()) {
            group.withObjectProperty(side.key()).set(measure.key(), change(measure, side, changes));
        }
    }

    private static ObjectNode change(Measure measure, @Nullable Side side, Map<MeasureKey, Change> changes) {
        Change change = changes.get(new MeasureKey(measure, side));
        return JsonParts.change(change == null ? Change.unknown(measure.unit(), NOT_MEASURED) : change);
    }

    private static ObjectNode region(@Nullable RegionChange region) {
        ObjectNode json = JsonParts.object();
        if (region == null) {
            json.set("lineIndex", JsonParts.change(Change.unknown("index", NOT_MEASURED)));
            json.set("lengthMm", JsonParts.change(Change.unknown("mm", NOT_MEASURED)));
            json.set("depth", JsonParts.change(Change.unknown("contrast", NOT_MEASURED)));
            json.putNull("changePercent").putNull("ci95Percent").putNull("mdc95Percent");
            return json.put("significant", false).put("usable", false).put("reason", NOT_MEASURED);
        }
        json.set("lineIndex", JsonParts.change(region.lineIndex()));
        json.set("lengthMm", JsonParts.change(region.lengthMm()));
        json.set("depth", JsonParts.change(region.depth()));
        json.put("changePercent", JsonNumbers.rounded(region.changePercent(), 2));
        json.set("ci95Percent", JsonParts.interval(region.ciLowPercent(), region.ciHighPercent(), 2));
        json.put("mdc95Percent", JsonNumbers.rounded(region.mdc95Percent(), 2));
        return json.put("significant", region.significant())
                .put("usable", region.usable())
                .put("reason", region.reason());
    }

    private static ObjectNode movement(MovementChange move) {
        int decimals = JsonNumbers.decimals(move.before(), move.after());
        ObjectNode json = JsonParts.object()
                .put("unit", move.unit())
                .put("before", JsonNumbers.rounded(move.before(), decimals))
                .put("after", JsonNumbers.rounded(move.after(), decimals))
                .put("preservedPercent", JsonNumbers.rounded(move.preservedPercent(), 2));
        json.set("ci95Percent", JsonParts.interval(move.ciLowPercent(), move.ciHighPercent(), 2));
        return move.reason() == null ? json : json.put("reason", move.reason());
    }

    private static ObjectNode finding(Finding finding) {
        return JsonParts.object()
                .put("code", finding.code())
                .put("severity", finding.severity())
                .put("side", finding.side() == null ? null : finding.side().key())
                .put("message", finding.message())
                .put("value", JsonNumbers.rounded(finding.value()))
                .put("about", finding.about())
                .put(
                        "expression",
                        finding.expression() == null
                                ? null
                                : finding.expression().key());
    }
}
