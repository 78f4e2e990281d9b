package rhytid.quality;

import java.util.Map;
import rhytid.face.Expression;

/**
 * From where on an expression is one. Movements are measured against rest of the same visit, in the unit that
 * {@link ExpressionJudge} reads them in.
 *
 * @param smileAtRest {@link SmileScore} from which on a mouth at rest is taken for a smile: the mildest of 25 smiles of
 *     the people it was set on
 * @param warnSmileAtRest from here on it is pointed out
 * @param movements of each expression: below {@code none} the face moved no more than between two photos at rest, and
 *     below {@code weak} less than an untreated face does when asked
 */
public record ExpressionLimits(double smileAtRest, double warnSmileAtRest, Map<Expression, Movement> movements) {

    /**
     * @param none below it there is no movement
     * @param weak below it there is little
     */
    public record Movement(double none, double weak) {
        public Movement {
            if (!(none >= 0 && weak >= none)) {
                throw new IllegalArgumentException("none " + none + ", weak " + weak);
            }
        }
    }

    public static final ExpressionLimits STANDARD = new ExpressionLimits(
            0.35,
            -1,
            Map.of(
                    Expression.BROW_RAISE, new Movement(0.015, 0.035),
                    Expression.FROWN, new Movement(0.018, 0.035),
                    Expression.SQUINT, new Movement(0.08, 0.16),
                    Expression.SMILE, new Movement(0.04, 0.1),
                    Expression.PUCKER, new Movement(0.05, 0.12),
                    Expression.CHIN, new Movement(0.03, 0.06),
                    Expression.PLATYSMA, new Movement(0.015, 0.035)));

    public ExpressionLimits {
        movements = Map.copyOf(movements);
    }
}
