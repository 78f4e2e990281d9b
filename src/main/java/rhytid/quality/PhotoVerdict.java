package rhytid.quality;

import java.util.List;
import rhytid.face.Face;
import rhytid.photo.Refusal;

/** Whether a photo can be measured. */
public sealed interface PhotoVerdict {

    /** It can; the warnings say what makes its numbers less certain. */
    record Fit(Face face, PhotoQuality quality, List<Refusal> warnings) implements PhotoVerdict {
        public Fit {
            warnings = List.copyOf(warnings);
        }
    }

    /** It can't, for at least one reason. */
    record Unfit(List<Refusal> refusals) implements PhotoVerdict {
        public Unfit {
            refusals = List.copyOf(refusals);
            if (refusals.isEmpty()) {
                throw new IllegalArgumentException("a photo is not refused without a reason");
            }
        }
    }
}
