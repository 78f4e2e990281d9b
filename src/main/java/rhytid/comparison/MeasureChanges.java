package rhytid.comparison;

import java.util.LinkedHashMap;
import java.util.Map;
import rhytid.face.Face;
import rhytid.measure.Estimate;
import rhytid.measure.FaceMeasurement;
import rhytid.measure.FaceMeasures;
import rhytid.measure.MeasureKey;

/** What changed in each measure between two photos of one patient, and how sure that is. */
public final class MeasureChanges {

    private final ErrorModel errors;

    public MeasureChanges(ErrorModel errors) {
        this.errors = errors;
    }

    public Map<MeasureKey, Change> between(Face baseline, FaceMeasures before, Face followUp, FaceMeasures after) {
        Map<MeasureKey, Double> depth = FaceMeasurement.depthErrorOfChange(baseline, followUp);
        Map<MeasureKey, Change> changes = new LinkedHashMap<>();
        before.values()
                .forEach((key, estimate) -> changes.put(
                        key,
                        change(key, estimate, after.get(key.measure(), key.side()), depth.getOrDefault(key, 0.0))));
        return changes;
    }

    private Change change(MeasureKey key, Estimate before, Estimate after, double depth) {
        String unit = key.measure().unit();
        if (before.reason() != null || after.reason() != null) {
            return Change.unknown(unit, reason(before, after));
        }
        ErrorModel.Terms terms = errors.of(key);
        double change = after.value() - before.value();
        double error = terms.errorOfChange(before.standardError(), after.standardError(), change);
        return Change.of(
                unit,
                before.value(),
                after.value(),
                Math.hypot(error, depth),
                terms.mdc95(before.standardError(), after.standardError()));
    }

    private static String reason(Estimate before, Estimate after) {
        if (before.reason() == null) {
            return "follow-up: " + after.reason();
        }
        boolean both = before.reason().equals(after.reason());
        return both ? before.reason() : "baseline: " + before.reason();
    }
}
