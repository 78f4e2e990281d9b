package rhytid.comparison;

import java.util.Map;
import rhytid.face.Expression;
import rhytid.face.FaceFinder;
import rhytid.measure.FaceMeasurement;
import rhytid.photo.Photo;
import rhytid.quality.Asked;
import rhytid.quality.GateLimits;
import rhytid.quality.PhotoGate;
import rhytid.quality.PhotoVerdict;
import rhytid.wrinkle.LineAnalysis;

/** Measures one photo. Safe for use by many threads. */
public final class Assessor {

    private final FaceFinder finder;
    private final PhotoGate gate = new PhotoGate(GateLimits.STANDARD);

    public Assessor(FaceFinder finder) {
        this.finder = finder;
    }

    /**
     * Measures a photo. The photo is taken over: the assessment owns it, and where there is none it is closed.
     *
     * @param expression what the face was asked to do
     */
    public AssessmentOutcome assess(Photo photo, Expression expression) {
        try (Handover<Photo> held = new Handover<>(photo)) {
            return switch (judge(photo, Asked.of(expression))) {
                case PhotoVerdict.Unfit unfit -> new AssessmentOutcome.Refused(unfit.refusals());
                case PhotoVerdict.Fit fit -> {
                    Assessment assessment = new Assessment(
                            photo,
                            expression,
                            fit.face(),
                            FaceMeasurement.of(fit.face()),
                            LineAnalysis.analyze(photo, fit.face()),
                            Map.of(),
                            fit.warnings());
                    held.release();
                    yield new AssessmentOutcome.Assessed(assessment);
                }
            };
        }
    }

    /** Only whether the photo can be measured; it stays the caller's. */
    public PhotoVerdict judge(Photo photo, Asked asked) {
        return gate.judge(photo, finder.find(photo), asked);
    }
}
