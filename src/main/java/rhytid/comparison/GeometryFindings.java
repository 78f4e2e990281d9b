package rhytid.comparison;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rhytid.face.Side;
import rhytid.measure.Measure;
import rhytid.measure.MeasureKey;

/** Findings in the heights of brows, lids and commissures. They point to where to look; they are no diagnosis. */
final class GeometryFindings {

    private static final double NORMAL_95 = 1.96;

    private final FindingLimits limits;
    private final Map<MeasureKey, Change> changes;
    private final List<Finding> findings;

    private GeometryFindings(FindingLimits limits, Map<MeasureKey, Change> changes, List<Finding> findings) {
        this.limits = limits;
        this.changes = changes;
        this.findings = findings;
    }

    /** Adds what stands out at rest. */
    static void atRest(FindingLimits limits, Map<MeasureKey, Change> changes, List<Finding> findings) {
        GeometryFindings rest = new GeometryFindings(limits, changes, findings);
        for (Side side : Side.values()) {
            rest.browPtosis(side);
            rest.lateralPeak(side);
            rest.lidPtosis(side);
        }
        rest.asymmetry(FindingCode.NEW_BROW_ASYMMETRY, Measure.SYMMETRY_BROW_PUPIL, "brows at the pupils");
        rest.asymmetry(FindingCode.NEW_LATERAL_BROW_ASYMMETRY, Measure.SYMMETRY_BROW_LATERAL, "outer brows");
        rest.asymmetry(FindingCode.NEW_LID_ASYMMETRY, Measure.SYMMETRY_MRD1, "upper lids");
        rest.asymmetry(FindingCode.NEW_MOUTH_ASYMMETRY, Measure.SYMMETRY_COMMISSURE, "corners of the mouth");
    }

    /** Adds what stands out in a smile. */
    static void inSmile(FindingLimits limits, Map<MeasureKey, Change> changes, List<Finding> findings) {
        new GeometryFindings(limits, changes, findings)
                .asymmetry(FindingCode.SMILE_ASYMMETRY, Measure.SYMMETRY_COMMISSURE, "corners of the smiling mouth");
    }

    private void browPtosis(Side side) {
        Change lowest = lower(change(Measure.BROW_PUPIL, side), change(Measure.BROW_LATERAL, side));
        if (lowest != null && lowest.change() != null && lowest.change() <= -limits.browDropMm()) {
            findings.add(new Finding(
                    FindingCode.BROW_PTOSIS.code(),
                    Finding.CHECK,
                    side,
                    "The " + side.key() + " brow lies " + mm(-lowest.change())
                            + " lower than at baseline. Check for brow ptosis.",
                    lowest.change()));
        }
    }

    private void lateralPeak(Side side) {
        Change lateral = change(Measure.BROW_LATERAL, side);
        Change medial = change(Measure.BROW_MEDIAL, side);
        if (lateral == null || medial == null || lateral.change() == null || medial.change() == null) {
            return;
        }
        double peak = lateral.change() - medial.change();
        double error = Math.hypot(standardError(lateral), standardError(medial));
        if (peak >= limits.lateralPeakMm() && peak > NORMAL_95 * error && lateral.change() > 0) {
            findings.add(new Finding(
                    FindingCode.LATERAL_BROW_PEAK.code(),
                    Finding.CONSIDER,
                    side,
                    "The outer part of the " + side.key() + " brow rose " + mm(peak)
                            + " more than the inner part. Consider whether the brow looks peaked.",
                    peak));
        }
    }

    private void lidPtosis(Side side) {
        Change mrd1 = change(Measure.MRD1, side);
        if (mrd1 != null && mrd1.significant() && mrd1.change() != null && mrd1.change() <= -limits.lidDropMm()) {
            findings.add(new Finding(
                    FindingCode.LID_PTOSIS.code(),
                    Finding.CHECK,
                    side,
                    "The margin of the " + side.key() + " upper lid lies " + mm(-mrd1.change())
                            + " nearer to the pupil than at baseline. Check for ptosis of the lid.",
                    mrd1.change()));
        }
    }

    private void asymmetry(FindingCode code, Measure measure, String what) {
        Change change = change(measure, null);
        if (change == null || change.before() == null || change.after() == null || !change.significant()) {
            return;
        }
        double grown = Math.abs(change.after()) - Math.abs(change.before());
        if (grown >= limits.asymmetryMm()) {
            boolean strong = Math.abs(change.after()) >= limits.strongAsymmetryMm();
            Side higher = change.after() > 0 ? Side.LEFT : Side.RIGHT;
            findings.add(new Finding(
                    code.code(),
                    strong ? Finding.CHECK : Finding.CONSIDER,
                    higher,
                    "The " + what + " differ by " + mm(Math.abs(change.after())) + " now, the " + higher.key()
                            + " side being higher; at baseline it was " + mm(Math.abs(change.before())) + ". "
                            + (strong ? "Check" : "Consider") + " whether this is wanted.",
                    change.after()));
        }
    }

    private @Nullable Change change(Measure measure, @Nullable Side side) {
        return changes.get(new MeasureKey(measure, side));
    }

    /** The one that fell further, of those that are significant. */
    private static @Nullable Change lower(@Nullable Change a, @Nullable Change b) {
        Change first = a != null && a.significant() && a.change() != null ? a : null;
        Change second = b != null && b.significant() && b.change() != null ? b : null;
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        return value(first) <= value(second) ? first : second;
    }

    private static double value(Change change) {
        return change.change() == null ? Double.NaN : change.change();
    }

    private static double standardError(Change change) {
        return change.ciHigh() == null || change.ciLow() == null
                ? Double.NaN
                : (change.ciHigh() - change.ciLow()) / (2 * NORMAL_95);
    }

    private static String mm(double value) {
        return String.format(Locale.ROOT, "%.1f mm", value);
    }
}
