package rhytid.quality;

import java.util.ArrayList;
import java.util.List;
import rhytid.photo.Refusal;

/** What a gate has against something: refusals, and warnings. */
final class Objections {

    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Refusal> warnings = new ArrayList<>();

    void refuse(Reason reason, double value, double limit) {
        refusals.add(reason.refusal(value, limit));
    }

    void warn(Reason reason, double value, double limit) {
        warnings.add(reason.refusal(value, limit));
    }

    /** Refuses beyond one limit, warns beyond the other, in whichever direction the value points. */
    void judge(Reason reason, double value, double warnFrom, double refuseFrom) {
        if (Math.abs(value) > refuseFrom) {
            refuse(reason, value, Math.copySign(refuseFrom, value));
        } else if (Math.abs(value) > warnFrom) {
            warn(reason, value, Math.copySign(warnFrom, value));
        }
    }

    List<Refusal> refusals() {
        return refusals;
    }

    List<Refusal> warnings() {
        return warnings;
    }
}
