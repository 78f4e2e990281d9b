package rhytid.quality;

import rhytid.face.Expression;
import rhytid.face.Face;
import rhytid.photo.Refusal;

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
        turn("yaw", after.pose().yaw() - before.pose().yaw(), "turned to the side", objections);
        turn("pitch", after.pose().pitch() - before.pose().pitch(), "tilted up or down", objections);
        light(baseline.quality(), followUp.quality(), objections);
        size(before.scale().pxPerMm() / after.scale().pxPerMm(), objections);
        SamePerson.judge(limits, before, after, objections);
        if (expression == Expression.REST) {
            mouth(MouthShape.width(after) / MouthShape.width(before), objections);
        }
        return new PairVerdict(objections.refusals(), objections.warnings());
    }

    private void turn(String axis, double difference, String how, Objections objections) {
        double degrees = Math.abs(difference);
        String message = "The head is " + how + " by " + Math.round(degrees)
                + "° more in one photo than in the other. Take the follow-up with the head held as in the baseline.";
        String code = "different-" + axis;
        if (degrees > limits.maxPairTurnDeg()) {
            objections.refuse(new Refusal(code, message, degrees, limits.maxPairTurnDeg()));
        } else if (degrees > limits.warnPairTurnDeg()) {
            objections.warn(new Refusal(code, message, degrees, limits.warnPairTurnDeg()));
        }
    }

    private void light(PhotoQuality before, PhotoQuality after, Objections objections) {
        double turn = Math.max(
                Math.abs(after.lightFromLeft() - before.lightFromLeft()),
                Math.abs(after.lightFromAbove() - before.lightFromAbove()));
        String message = "The light comes from another direction in one photo than in the other. Take the follow-up at"
                + " the same place, with the light as in the baseline.";
        if (turn > limits.maxLightTurn()) {
            objections.refuse(new Refusal("different-light", message, turn, limits.maxLightTurn()));
        } else if (turn > limits.warnLightTurn()) {
            objections.warn(new Refusal("different-light", message, turn, limits.warnLightTurn()));
        }
    }

    /** No treatment makes the mouth at rest so much wider or narrower; a smile does. */
    private void mouth(double ratio, Objections objections) {
        double wider = Math.max(ratio, 1 / ratio);
        if (wider > limits.maxRestMouthRatio()) {
            objections.refuse(new Refusal(
                    "different-expression",
                    "The mouth is relaxed in one photo and drawn wide in the other. Take both photos at rest, without a"
                            + " smile.",
                    wider,
                    limits.maxRestMouthRatio()));
        }
    }

    private void size(double ratio, Objections objections) {
        double larger = Math.max(ratio, 1 / ratio);
        if (larger > limits.maxScaleRatio()) {
            objections.refuse(new Refusal(
                    "different-size",
                    "The face is much larger in one photo than in the other. Take both from the same distance with the"
                            + " same camera.",
                    larger,
                    limits.maxScaleRatio()));
        }
    }
}
