package rhytid.quality;

import org.jspecify.annotations.Nullable;
import rhytid.face.Expression;

/**
 * What a photo was asked to show.
 *
 * @param expression what the face was asked to do
 * @param stage whether a treatment may have taken movement away
 * @param rest the face at rest at the same visit; null where it was not photographed, and then only what needs no
 *     comparison is judged
 * @param paired whether another photo of the same expression is judged beside it ({@link PairGate}): of two photos at
 *     rest, what moved between them says whether one is a smile; a mouth that curves up in both is no reason to refuse
 */
public record Asked(
        Expression expression, Stage stage, @Nullable ExpressionReading rest, boolean paired) {

    /** When a photo is taken. */
    public enum Stage {
        /** Movement is to be seen: an expression that is none is refused. */
        BEFORE_TREATMENT,

        /** Less movement is the effect: a weak expression is pointed out, never refused. Also where nobody knows. */
        AFTER_TREATMENT
    }

    /** An expression of which nothing else is known. */
    public static Asked of(Expression expression) {
        return new Asked(expression, Stage.AFTER_TREATMENT, null, false);
    }

    /** The same for another expression of the visit. */
    public Asked to(Expression other) {
        return new Asked(other, stage, rest, paired);
    }

    public Asked at(Stage other) {
        return new Asked(expression, other, rest, paired);
    }

    /** @param other what {@link ExpressionReading#of} read from this visit's photo at rest */
    public Asked against(@Nullable ExpressionReading other) {
        return new Asked(expression, stage, other, paired);
    }

    /** The same, of a photo that is one of a pair. */
    public Asked inPair() {
        return new Asked(expression, stage, rest, true);
    }
}
