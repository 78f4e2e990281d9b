package rhytid.measure;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import rhytid.face.Side;

/** Every measure of one face; what could not be measured is there with its reason. */
public record FaceMeasures(Map<MeasureKey, Estimate> values) {
    public FaceMeasures {
        values = Map.copyOf(values);
    }

    public Estimate get(Measure measure, @Nullable Side side) {
        return values.getOrDefault(new MeasureKey(measure, side), Estimate.unknown("not measured"));
    }

    public Estimate get(Measure measure) {
        return get(measure, null);
    }
}
