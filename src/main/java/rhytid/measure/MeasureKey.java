package rhytid.measure;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import rhytid.face.Side;

/**
 * A measure and, where it has sides, the side; in the order in which they are shown.
 *
 * @throws IllegalArgumentException if a sided measure has no side, or the other way round
 */
public record MeasureKey(Measure measure, @Nullable Side side) implements Comparable<MeasureKey> {

    private static final Comparator<MeasureKey> SHOWN =
            Comparator.comparing(MeasureKey::measure).thenComparingInt(MeasureKey::sideOrdinal);

    public MeasureKey {
        if (measure.sided() != (side != null)) {
            throw new IllegalArgumentException(measure + " with side " + side);
        }
    }

    private int sideOrdinal() {
        return side == null ? -1 : side.ordinal();
    }

    @Override
    public int compareTo(MeasureKey other) {
        return SHOWN.compare(this, other);
    }
}
