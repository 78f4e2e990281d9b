package rhytid.quality;

import rhytid.face.Expression;

/**
 * Whether a photo shows the expression that was asked for. Before a treatment a face that did not move is refused;
 * afterwards it is pointed out at most, since that is what the treatment is for. What no treatment does, a smile where
 * none was asked for, is refused at any time.
 */
final class ExpressionJudge {

    private final ExpressionLimits limits;
    private final ExpressionReading seen;

    ExpressionJudge(ExpressionLimits limits, ExpressionReading seen) {
        this.limits = limits;
        this.seen = seen;
    }

    void judge(Asked asked, Objections objections) {
        Expression expression = asked.expression();
        if (expression == Expression.REST) {
            if (seen.smile() > limits.smileAtRest() && !asked.paired()) {
                objections.refuse(Reason.NOT_AT_REST, seen.smile(), limits.smileAtRest());
            } else if (seen.smile() > limits.warnSmileAtRest()) {
                objections.warn(Reason.NOT_AT_REST, seen.smile(), limits.warnSmileAtRest());
            }
            return;
        }
        ExpressionReading rest = asked.rest();
        if (rest == null) {
            return;
        }
        boolean stillMouth = expression == Expression.BROW_RAISE || expression == Expression.FROWN;
        double smile = movement(Expression.SMILE, rest);
        if (stillMouth && smile > weak(Expression.SMILE)) {
            objections.refuse(Reason.SMILING, smile, weak(Expression.SMILE));
        }
        movement(asked, movement(expression, rest), objections);
    }

    private void movement(Asked asked, double movement, Objections objections) {
        Expression expression = asked.expression();
        ExpressionLimits.Movement needed = limits.movements().get(expression);
        if (Double.isNaN(movement) || needed == null) {
            return;
        }
        if (movement < needed.none() && asked.stage() == Asked.Stage.BEFORE_TREATMENT && seenByTheMesh(expression)) {
            objections.refuse(Reason.missing(expression), movement, needed.none());
        } else if (movement < needed.weak()) {
            objections.warn(Reason.weak(expression), movement, needed.weak());
        }
    }

    private double weak(Expression expression) {
        ExpressionLimits.Movement movement = limits.movements().get(expression);
        return movement == null ? Double.POSITIVE_INFINITY : movement.weak();
    }

    /** Dimples of a tensed chin and bands of the neck are no points of the mesh; their absence proves nothing. */
    private static boolean seenByTheMesh(Expression expression) {
        return expression != Expression.CHIN && expression != Expression.PLATYSMA;
    }

    /** How far the face moved from rest in the way asked for; NaN where it can't be told. */
    private double movement(Expression expression, ExpressionReading rest) {
        return switch (expression) {
            case REST -> Double.NaN;
            case BROW_RAISE -> seen.browHeight() - rest.browHeight();
            case FROWN -> rest.browGap() - seen.browGap();
            case SQUINT -> 1 - seen.lidOpening() / rest.lidOpening();
            case SMILE -> seen.smileFrom(rest);
            case PUCKER -> 1 - seen.mouthWidth() / rest.mouthWidth();
            case CHIN -> 1 - seen.lowerLipDrop() / rest.lowerLipDrop();
            case PLATYSMA -> seen.cornerDrop() - rest.cornerDrop();
        };
    }
}
