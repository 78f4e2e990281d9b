package rhytid.quality;

import rhytid.face.Expression;
import rhytid.face.Face;
import rhytid.face.Nod;

/**
 * Decides whether two photos of one expression can be compared. What a treatment is meant to change (less movement, a
 * lower or higher brow, fewer lines) is never held against a pair.
 */
public final class PairGate {

    private final GateLimits limits;

    public PairGate(GateLimits limits) {
        this.limits = limits;
    }

    /** Judges two photos that each passed the photo gate. */
    public PairVerdict judge(PhotoVerdict.Fit baseline, PhotoVerdict.Fit followUp, Expression expression) {
        Objections objections = new Objections();
        Face before = baseline.face();
        Face after = followUp.face();
        turn(
                Reason.MORE_TURNED_LEFT,
                Reason.MORE_TURNED_RIGHT,
                after.pose().yaw() - before.pose().yaw(),
                objections);
        turn(
                Reason.MORE_TILTED_BACK,
                Reason.MORE_BENT_FORWARD,
                Nod.of(after.landmarks()) - Nod.of(before.landmarks()),
                objections);
        light(baseline.quality(), followUp.quality(), objections);
        size(before.scale().pxPerMm() / after.scale().pxPerMm(), objections);
        SamePerson.judge(limits, before, after, objections);
        if (expression == Expression.REST) {
            mouth(ExpressionReading.of(before), ExpressionReading.of(after), objections);
        }
        return new PairVerdict(objections.refusals(), objections.warnings());
    }

    private void turn(Reason plus, Reason minus, double degrees, Objections objections) {
        Reason reason = degrees >= 0 ? plus : minus;
        objections.judge(reason, degrees, limits.warnPairTurnDeg(), limits.maxPairTurnDeg());
    }

    private void light(PhotoQuality before, PhotoQuality after, Objections objections) {
        double sideways = (after.lightFromLeft() - before.lightFromLeft()) / limits.lightPerDegreeSideways();
        double upwards = (after.lightFromAbove() - before.lightFromAbove()) / limits.lightPerDegreeUpwards();
        objections.judge(
                Reason.DIFFERENT_LIGHT,
                Math.hypot(sideways, upwards),
                limits.warnLightTurnDeg(),
                limits.maxLightTurnDeg());
    }

    /** No treatment moves the mouth at rest so much; a smile does. */
    private void mouth(ExpressionReading before, ExpressionReading after, Objections objections) {
        double smile = Math.max(before.smileFrom(after), after.smileFrom(before));
        if (smile > limits.maxRestSmile()) {
            objections.refuse(Reason.DIFFERENT_EXPRESSION, smile, limits.maxRestSmile());
        }
    }

    private void size(double ratio, Objections objections) {
        double larger = Math.max(ratio, 1 / ratio);
        if (larger > limits.maxScaleRatio()) {
            objections.refuse(Reason.DIFFERENT_SIZE, larger, limits.maxScaleRatio());
        }
    }
}
