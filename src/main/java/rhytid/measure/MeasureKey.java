package rhytid.measure;

import org.jspecify.annotations.Nullable;
import rhytid.face.Side;

/**
 * A measure and, where it has sides, the side.
 *
 * @throws IllegalArgumentException if a sided measure has no side, or the other way round
 */
public record MeasureKey(Measure measure, @Nullable Side side) {
    public MeasureKey {
        if (measure.sided() != (side != null)) {
            throw new IllegalArgumentException(measure + " with side " + side);
        }
    }
}
