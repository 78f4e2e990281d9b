package rhytid.phantom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import rhytid.face.Expression;
import rhytid.face.Side;
import rhytid.wrinkle.Region;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What must come out when a sample pair is compared, made from the truth of its photos. Becomes expected.json. */
final class ExpectedResult {

    /** Of a region's change: what photographing and measuring may take from or add to the truth, percentage points. */
    private static final double LINES_TOLERANCE_POINTS = 15;
    /** The same where the mean face has faint folds of its own, which the truth does not know and nothing changes. */
    private static final double OWN_FOLDS_TOLERANCE_POINTS = 35;

    /** Regions whose lines sum up to less are too faint to be judged by their percentage: mm of length × depth. */
    private static final double FAINT_MM = 1.5;
    /** Of a brow's or lid's change: the product's goal for a known movement. */
    private static final double SHIFT_TOLERANCE_MM = 0.7;

    private final SamplePair pair;
    private final Map<String, Object> expressions = new LinkedHashMap<>();

    ExpectedResult(SamplePair pair) {
        this.pair = pair;
    }

    void add(Expression expression, Truth before, Truth after) {
        Map<String, Object> of = new LinkedHashMap<>();
        of.put("pxPerMm", inOrder("baseline", before.pxPerMm(), "followUp", after.pxPerMm()));
        of.put("toleranceMm", SHIFT_TOLERANCE_MM);
        Map<String, Object> brows = new LinkedHashMap<>();
        Map<String, Object> lids = new LinkedHashMap<>();
        for (Side side : Side.values()) {
            BrowShift moved = after.browHeights()
                    .get(side)
                    .plus(before.browHeights().get(side).times(-1));
            brows.put(
                    side.key(), inOrder("medial", moved.medial(), "pupil", moved.pupil(), "lateral", moved.lateral()));
            lids.put(
                    side.key(),
                    inOrder("mrd1", after.mrd1().get(side) - before.mrd1().get(side)));
        }
        of.put("browChangeMm", brows);
        of.put("eyelidChangeMm", lids);
        of.put("wrinkles", wrinkles(before, after));
        expressions.put(expression.key(), of);
    }

    private static Map<String, Object> wrinkles(Truth before, Truth after) {
        Map<String, Object> regions = new LinkedHashMap<>();
        for (Region region : Region.values()) {
            double was = before.lengthTimesDepthMm(region);
            double is = after.lengthTimesDepthMm(region);
            if (was == 0 && is == 0) {
                continue;
            }
            Map<String, Object> change = new LinkedHashMap<>();
            change.put("lengthTimesDepthMm", inOrder("before", was, "after", is));
            change.put("changePercent", rounded(100 * (is - was) / was));
            change.put("tolerancePoints", tolerancePoints(region));
            change.put("faint", was < FAINT_MM);
            regions.put(region.key(), change);
        }
        return regions;
    }

    private static double tolerancePoints(Region region) {
        return switch (region) {
            case INFRAORBITAL_RIGHT, INFRAORBITAL_LEFT, NASOLABIAL_RIGHT, NASOLABIAL_LEFT -> OWN_FOLDS_TOLERANCE_POINTS;
            default -> LINES_TOLERANCE_POINTS;
        };
    }

    private static Map<String, Object> inOrder(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], rounded((Double) keysAndValues[i + 1]));
        }
        return map;
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0 + 0.0;
    }

    String json() {
        Map<String, Object> root = new LinkedHashMap<>();
        List<String> refusals = new ArrayList<>(pair.refusals());
        root.put("schema", "rhytid.expected/1");
        root.put("title", pair.title());
        root.put("base", pair.phantom().base().key());
        root.put("verdict", refusals.isEmpty() ? "comparable" : "not-comparable");
        root.put("refusals", refusals);
        root.put("findings", pair.findings().stream().map(TreeMap::new).toList());
        root.put("expressions", expressions);
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(root)
                + "\n";
    }
}
