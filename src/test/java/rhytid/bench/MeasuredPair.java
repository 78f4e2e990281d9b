package rhytid.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import rhytid.alignment.Aligner;
import rhytid.comparison.Change;
import rhytid.comparison.ErrorModel;
import rhytid.comparison.LineChanges;
import rhytid.comparison.MeasureChanges;
import rhytid.comparison.PatientPose;
import rhytid.comparison.PatientScale;
import rhytid.comparison.RegionChange;
import rhytid.face.Face;
import rhytid.face.FaceFinder;
import rhytid.measure.FaceMeasurement;
import rhytid.measure.MeasureKey;
import rhytid.photo.Photo;
import rhytid.wrinkle.PairedLines;
import rhytid.wrinkle.PairedRegion;
import rhytid.wrinkle.Region;

/**
 * A pair of photos as the program measures it, without its gates.
 *
 * @param before the face in the baseline, in the patient's scale
 * @param after the face in the follow-up
 * @param paired the lines as they were read; empty where they were not asked for
 * @param lines what became of them
 */
record MeasuredPair(
        SkinTone tone,
        Face before,
        Face after,
        Map<MeasureKey, Change> measures,
        Map<Region, PairedRegion> paired,
        Map<Region, RegionChange> lines) {

    private static final ErrorModel ERRORS = ErrorModel.shipped();

    /** Nothing where a face or both its irises were not found. The photos stay the caller's. */
    static Optional<MeasuredPair> of(FaceFinder finder, Photo baseline, Photo followUp, boolean lines) {
        List<Face> one = finder.find(baseline);
        List<Face> two = finder.find(followUp);
        if (one.isEmpty() || two.isEmpty()) {
            return Optional.empty();
        }
        return PatientScale.of(List.of(one.getFirst(), two.getFirst())).map(scale -> {
            PatientPose pose = PatientPose.of(List.of(one.getFirst(), two.getFirst()));
            Face before = scale.lock(pose.lock(one.getFirst()));
            Face after = scale.lock(pose.lock(two.getFirst()));
            Map<Region, PairedRegion> paired = lines ? lines(baseline, before, followUp, after) : Map.of();
            return new MeasuredPair(
                    SkinTone.of(baseline, before.landmarks()),
                    before,
                    after,
                    new MeasureChanges(ERRORS)
                            .between(before, FaceMeasurement.of(before), after, FaceMeasurement.of(after)),
                    paired,
                    new LineChanges(ERRORS).of(paired));
        });
    }

    private static Map<Region, PairedRegion> lines(Photo baseline, Face before, Photo followUp, Face after) {
        var map = Aligner.align(before, after).followUpToBaseline();
        return PairedLines.measure(baseline, before, followUp, after, map).regions();
    }
}
