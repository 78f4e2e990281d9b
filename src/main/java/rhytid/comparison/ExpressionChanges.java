package rhytid.comparison;

import java.util.Map;
import rhytid.face.Expression;
import rhytid.measure.MeasureKey;
import rhytid.wrinkle.Region;

/**
 * The numbers of one expression: what is left of an {@link ExpressionComparison} once its photos are gone.
 *
 * @param skin redness, shine and texture of the skin, by name
 */
public record ExpressionChanges(
        Expression expression,
        Map<MeasureKey, Change> measures,
        Map<Region, RegionChange> wrinkles,
        Map<String, Change> skin) {}
