package rhytid.comparison;

import java.util.Map;
import rhytid.face.CorrectedFace;
import rhytid.face.Expression;
import rhytid.face.NamedPoints;
import rhytid.quality.PhotoVerdict;

/** Places that a person put right before measuring, in pixels of the upright photos of each visit. */
public record Corrections(Map<Expression, NamedPoints> baseline, Map<Expression, NamedPoints> followUp) {

    public static final Corrections NONE = new Corrections(Map.of(), Map.of());

    public Corrections {
        baseline = Map.copyOf(baseline);
        followUp = Map.copyOf(followUp);
    }

    public boolean isEmpty() {
        return baseline.values().stream().allMatch(NamedPoints::isEmpty)
                && followUp.values().stream().allMatch(NamedPoints::isEmpty);
    }

    PhotoPair applied(PhotoPair pair) {
        return new PhotoPair(
                pair.expression(),
                pair.baseline(),
                corrected(pair.baselineFit(), baseline.getOrDefault(pair.expression(), NamedPoints.NONE)),
                pair.followUp(),
                corrected(pair.followUpFit(), followUp.getOrDefault(pair.expression(), NamedPoints.NONE)));
    }

    private static PhotoVerdict.Fit corrected(PhotoVerdict.Fit fit, NamedPoints points) {
        return new PhotoVerdict.Fit(CorrectedFace.of(fit.face(), points), fit.quality(), fit.warnings());
    }
}
