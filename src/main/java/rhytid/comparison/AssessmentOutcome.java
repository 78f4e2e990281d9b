package rhytid.comparison;

import java.util.List;
import rhytid.photo.Refusal;

/** What came of assessing a photo. */
public sealed interface AssessmentOutcome {

    /** It was measured; whoever takes it closes it. */
    record Assessed(Assessment assessment) implements AssessmentOutcome {}

    /** It can't be measured; the photo is closed. */
    record Refused(List<Refusal> refusals) implements AssessmentOutcome {}
}
