package rhytid.report;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import rhytid.comparison.Corrections;
import rhytid.face.Expression;
import rhytid.face.NamedPoint;
import rhytid.face.NamedPoints;
import rhytid.face.Side;
import rhytid.geometry.Point;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Places that a person put right, as JSON: by visit ({@code baseline}, {@code followUp}), expression, side and name, in
 * pixels of the upright photo: {@code {"baseline": {"rest": {"right": {"browPupil": [812.5, 640]}}}}}.
 */
public final class CorrectionsJson {

    private static final String BASELINE = "baseline";
    private static final String FOLLOW_UP = "followUp";

    /** A tenth of a pixel is finer than any place is known. */
    private static final int DECIMALS = 1;

    private CorrectionsJson() {}

    /** Sides, names and places as they are written; expressions without a place are left out. */
    public static ObjectNode tree(Corrections corrections) {
        ObjectNode json = JsonParts.object();
        json.set(BASELINE, visit(corrections.baseline()));
        json.set(FOLLOW_UP, visit(corrections.followUp()));
        return json;
    }

    /**
     * Reads what {@link #tree} writes.
     *
     * @throws IllegalArgumentException saying what is no such place, for whoever sent it
     */
    public static Corrections read(JsonNode json) {
        requireKeys(json, "corrected landmarks", List.of(BASELINE, FOLLOW_UP));
        return new Corrections(readVisit(json.path(BASELINE)), readVisit(json.path(FOLLOW_UP)));
    }

    static ObjectNode points(NamedPoints points) {
        ObjectNode json = JsonParts.object();
        for (Side side : Side.values()) {
            for (NamedPoint name : NamedPoint.values()) {
                points.at(side, name)
                        .ifPresent(p -> json.withObjectProperty(side.key())
                                .putArray(name.key())
                                .add(JsonNumbers.rounded(p.x(), DECIMALS))
                                .add(JsonNumbers.rounded(p.y(), DECIMALS)));
            }
        }
        return json;
    }

    private static ObjectNode visit(Map<Expression, NamedPoints> visit) {
        ObjectNode json = JsonParts.object();
        for (Expression expression : Expression.values()) {
            NamedPoints points = visit.getOrDefault(expression, NamedPoints.NONE);
            if (!points.isEmpty()) {
                json.set(expression.key(), points(points));
            }
        }
        return json;
    }

    private static Map<Expression, NamedPoints> readVisit(JsonNode json) {
        requireKeys(
                json,
                "a visit's corrected landmarks",
                Arrays.stream(Expression.values()).map(Expression::key).toList());
        Map<Expression, NamedPoints> visit = new EnumMap<>(Expression.class);
        json.properties()
                .forEach(entry -> visit.put(Expression.of(entry.getKey()).orElseThrow(), readPoints(entry.getValue())));
        return visit;
    }

    private static NamedPoints readPoints(JsonNode json) {
        requireKeys(
                json,
                "an expression's corrected landmarks",
                Arrays.stream(Side.values()).map(Side::key).toList());
        Map<Side, Map<NamedPoint, Point>> sides = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            JsonNode places = json.path(side.key());
            requireKeys(
                    places,
                    "a side's corrected landmarks",
                    Arrays.stream(NamedPoint.values()).map(NamedPoint::key).toList());
            Map<NamedPoint, Point> points = new EnumMap<>(NamedPoint.class);
            places.properties()
                    .forEach(entry -> points.put(
                            NamedPoint.of(entry.getKey()).orElseThrow(), point(entry.getKey(), entry.getValue())));
            sides.put(side, points);
        }
        return new NamedPoints(sides);
    }

    private static Point point(String name, JsonNode json) {
        if (!json.isArray()
                || json.size() != 2
                || !json.path(0).isNumber()
                || !json.path(1).isNumber()) {
            throw new IllegalArgumentException(name + " is a place [x, y] in pixels of the photo.");
        }
        return new Point(json.path(0).asDouble(), json.path(1).asDouble());
    }

    private static void requireKeys(JsonNode json, String what, List<String> known) {
        if (json.isMissingNode()) {
            return;
        }
        if (!json.isObject()) {
            throw new IllegalArgumentException("An object is wanted for " + what + ".");
        }
        for (String key : json.propertyNames()) {
            if (!known.contains(key)) {
                throw new IllegalArgumentException(
                        "There is no " + key + " in " + what + ": " + String.join(", ", known) + ".");
            }
        }
    }
}
