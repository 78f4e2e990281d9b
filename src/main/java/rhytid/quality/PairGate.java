package rhytid.quality;

import rhytid.face.Face;
import rhytid.photo.Photo;
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
    public PairVerdict judge(Photo baseline, Face baselineFace, Photo followUp, Face followUpFace) {
        Objections objections = new Objections();
        turn("yaw", followUpFace.pose().yaw() - baselineFace.pose().yaw(), "turned to the side", objections);
        turn("pitch", followUpFace.pose().pitch() - baselineFace.pose().pitch(), "tilted up or down", objections);
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
}
