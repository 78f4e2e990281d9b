package rhytid.measure;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import rhytid.face.Face;
import rhytid.face.Side;

/** The measures of one face as they are read off once, without errors: a value or a reason for each. */
final class Readings {

    private static final String LACKING = "what it is made of could not be measured";

    private final Map<MeasureKey, Estimate> values = new LinkedHashMap<>();

    private Readings() {}

    static Readings of(Face face, FaceDepth depth) {
        FaceGeometry geometry = FaceGeometry.of(face, depth);
        Readings readings = new Readings();
        Brows.read(geometry, readings);
        Eyelids.read(geometry, readings);
        Mouth.read(geometry, readings);
        LowerFace.read(geometry, readings);
        Symmetry.read(geometry, readings);
        return readings;
    }

    void put(Measure measure, @Nullable Side side, double value) {
        values.put(new MeasureKey(measure, side), Estimate.of(value, 0));
    }

    void unknown(Measure measure, @Nullable Side side, String reason) {
        values.put(new MeasureKey(measure, side), Estimate.unknown(reason));
    }

    /** The value, or this reason where it is not there. */
    void put(Measure measure, @Nullable Side side, Optional<Double> value, String reason) {
        value.ifPresentOrElse(v -> put(measure, side, v), () -> unknown(measure, side, reason));
    }

    OptionalDouble value(MeasureKey key) {
        Estimate estimate = values.get(key);
        return estimate != null && estimate.isKnown() ? OptionalDouble.of(estimate.value()) : OptionalDouble.empty();
    }

    /** Why both sides of a measure are not known, one reason; empty where they are. */
    Optional<String> lacking(Measure measure) {
        Map<Side, String> reasons = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            Estimate estimate = values.get(new MeasureKey(measure, side));
            if (estimate == null || estimate.reason() != null) {
                reasons.put(side, estimate == null || estimate.reason() == null ? LACKING : estimate.reason());
            }
        }
        return reasons.values().stream().findFirst();
    }

    Map<MeasureKey, Estimate> values() {
        return values;
    }
}
