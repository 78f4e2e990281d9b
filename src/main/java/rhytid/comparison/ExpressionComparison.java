package rhytid.comparison;

import java.util.Map;
import rhytid.alignment.Alignment;
import rhytid.face.Expression;
import rhytid.measure.MeasureKey;
import rhytid.wrinkle.Region;

/**
 * What changed in one expression. The assessments' lines are those of the pair: brought to one blur and one area. Owns
 * the assessments: close it.
 */
public record ExpressionComparison(
        Expression expression,
        Assessment baseline,
        Assessment followUp,
        Alignment alignment,
        Map<MeasureKey, Change> measures,
        Map<Region, RegionChange> wrinkles,
        Map<String, Change> skin)
        implements AutoCloseable {

    /** Without the photos. */
    public ExpressionChanges changes() {
        return new ExpressionChanges(expression, measures, wrinkles, skin);
    }

    @Override
    public void close() {
        baseline.close();
        followUp.close();
    }
}
