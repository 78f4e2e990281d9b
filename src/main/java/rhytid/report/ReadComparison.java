package rhytid.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rhytid.comparison.Change;
import rhytid.comparison.ExpressionChanges;
import rhytid.comparison.Finding;
import rhytid.comparison.MovementChange;
import rhytid.comparison.Objection;
import rhytid.comparison.RegionChange;
import rhytid.face.Expression;
import rhytid.face.Side;
import rhytid.measure.Measure;
import rhytid.measure.MeasureKey;
import rhytid.photo.Refusal;
import rhytid.wrinkle.Region;
import tools.jackson.databind.JsonNode;

/**
 * What stands in a {@code comparison.json} that was written earlier, maybe by an earlier version: measures and regions
 * that it does not have are missing here, too.
 *
 * @param algorithm version of the method
 * @param expressions in the order of a visit
 * @param movement by {@code browRaise}, {@code frown}, {@code smile}
 */
public record ReadComparison(
        String algorithm,
        boolean comparable,
        List<Objection> refusals,
        List<Objection> warnings,
        Map<Expression, ExpressionChanges> expressions,
        Map<String, MovementChange> movement,
        List<Finding> findings) {

    public static ReadComparison of(JsonNode json) {
        Map<Expression, ExpressionChanges> expressions = new EnumMap<>(Expression.class);
        json.path("expressions")
                .properties()
                .forEach(entry -> Expression.of(entry.getKey())
                        .ifPresent(expression -> expressions.put(expression, changes(expression, entry.getValue()))));
        Map<String, MovementChange> movement = new LinkedHashMap<>();
        json.path("movement").properties().forEach(entry -> movement.put(entry.getKey(), movement(entry.getValue())));
        return new ReadComparison(
                json.path("algorithm").path("version").asString(""),
                json.path("verdict").asString("").equals("comparable"),
                objections(json.path("refusals")),
                objections(json.path("warnings")),
                expressions,
                movement,
                findings(json.path("findings")));
    }

    private static ExpressionChanges changes(Expression expression, JsonNode json) {
        Map<MeasureKey, Change> measures = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            for (Side side : measure.sided() ? Side.values() : new Side[] {null}) {
                JsonNode group = json.path(measure.group());
                JsonNode change = (side == null ? group : group.path(side.key())).path(measure.key());
                if (change.isObject()) {
                    measures.put(new MeasureKey(measure, side), change(change));
                }
            }
        }
        Map<Region, RegionChange> wrinkles = new EnumMap<>(Region.class);
        for (Region region : Region.values()) {
            JsonNode change = json.path("wrinkles").path(region.key());
            if (change.isObject()) {
                wrinkles.put(region, region(region, change));
            }
        }
        Map<String, Change> skin = new LinkedHashMap<>();
        json.path("skin").properties().forEach(entry -> skin.put(entry.getKey(), change(entry.getValue())));
        return new ExpressionChanges(expression, measures, wrinkles, skin);
    }

    private static Change change(JsonNode json) {
        return new Change(
                json.path("unit").asString(""),
                number(json.path("before")),
                number(json.path("after")),
                number(json.path("change")),
                number(json.path("ci95").path(0)),
                number(json.path("ci95").path(1)),
                number(json.path("mdc95")),
                json.path("significant").asBoolean(false),
                text(json.path("reason")));
    }

    private static RegionChange region(Region region, JsonNode json) {
        return new RegionChange(
                region,
                change(json.path("lineIndex")),
                change(json.path("lengthMm")),
                change(json.path("depth")),
                number(json.path("changePercent")),
                number(json.path("ci95Percent").path(0)),
                number(json.path("ci95Percent").path(1)),
                number(json.path("mdc95Percent")),
                json.path("significant").asBoolean(false),
                json.path("usable").asBoolean(false),
                text(json.path("reason")));
    }

    private static MovementChange movement(JsonNode json) {
        return new MovementChange(
                json.path("unit").asString(""),
                number(json.path("before")),
                number(json.path("after")),
                number(json.path("preservedPercent")),
                number(json.path("ci95Percent").path(0)),
                number(json.path("ci95Percent").path(1)),
                text(json.path("reason")));
    }

    private static List<Objection> objections(JsonNode json) {
        List<Objection> objections = new ArrayList<>();
        for (JsonNode one : json) {
            Refusal refusal = new Refusal(
                    one.path("code").asString(""),
                    one.path("message").asString(""),
                    number(one.path("value")),
                    number(one.path("limit")));
            objections.add(new Objection(refusal, text(one.path("photo"))));
        }
        return objections;
    }

    private static List<Finding> findings(JsonNode json) {
        List<Finding> findings = new ArrayList<>();
        for (JsonNode one : json) {
            findings.add(new Finding(
                    one.path("code").asString(""),
                    one.path("severity").asString("note"),
                    side(text(one.path("side"))),
                    one.path("message").asString(""),
                    number(one.path("value")),
                    text(one.path("about")),
                    Expression.of(one.path("expression").asString("")).orElse(null)));
        }
        return findings;
    }

    private static @Nullable Side side(@Nullable String key) {
        for (Side side : Side.values()) {
            if (side.key().equals(key)) {
                return side;
            }
        }
        return null;
    }

    private static @Nullable Double number(JsonNode json) {
        return json.isNumber() ? json.asDouble() : null;
    }

    private static @Nullable String text(JsonNode json) {
        return json.isString() ? json.asString() : null;
    }
}
