package rhytid.quality;

import java.util.ArrayList;
import java.util.List;
import rhytid.photo.Refusal;

/** What a gate has against something: refusals, and warnings. */
final class Objections {

    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Refusal> warnings = new ArrayList<>();

    void refuse(Refusal refusal) {
        refusals.add(refusal);
    }

    void warn(Refusal warning) {
        warnings.add(warning);
    }

    List<Refusal> refusals() {
        return refusals;
    }

    List<Refusal> warnings() {
        return warnings;
    }
}
