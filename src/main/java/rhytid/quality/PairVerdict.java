package rhytid.quality;

import java.util.List;
import rhytid.photo.Refusal;

/** Whether two photos can be compared: they can if there is no refusal. */
public record PairVerdict(List<Refusal> refusals, List<Refusal> warnings) {
    public PairVerdict {
        refusals = List.copyOf(refusals);
        warnings = List.copyOf(warnings);
    }

    public boolean comparable() {
        return refusals.isEmpty();
    }
}
