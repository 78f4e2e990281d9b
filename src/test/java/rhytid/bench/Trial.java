package rhytid.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rhytid.comparison.Change;
import rhytid.comparison.ErrorModel;
import rhytid.comparison.MovementChange;
import rhytid.comparison.MovementChanges;
import rhytid.comparison.RegionChange;
import rhytid.face.Side;
import rhytid.measure.FaceMeasurement;
import rhytid.measure.FaceMeasures;
import rhytid.measure.Measure;
import rhytid.measure.MeasureKey;
import rhytid.phantom.BrowShift;
import rhytid.phantom.Effect;
import rhytid.phantom.Truth;
import rhytid.wrinkle.PairedRegion;
import rhytid.wrinkle.Region;

/**
 * One number of one pair whose truth is known.
 *
 * @param name of the measure, as {@code between-shot.json} has it
 * @param truth the change there was (lines: percent)
 * @param measured the change that was found, in the same unit
 * @param low lower end of its 95 % interval
 * @param high upper end
 * @param ownError of the change, by what both photos themselves show, before anything is added to it
 * @param depthError of the change, because the depth of the face is not known; of lines, because it is not known what
 *     of their depth is the skin's own
 * @param shots how many photos' between-shot variances are in it: 2 in a change; of a movement the follow-up's and, as
 *     a share is taken of it, less of the baseline's
 */
record Trial(
        String group,
        String name,
        SkinTone tone,
        double truth,
        double measured,
        double low,
        double high,
        boolean significant,
        double ownError,
        double depthError,
        double shots) {

    static final String LINES = "lines";

    private static final double BOTH = 2;

    private static final MovementChanges MOVEMENTS = new MovementChanges(ErrorModel.shipped());

    /** A region whose lines sum up to less is too faint to be judged by its share, mm of length × depth. */
    private static final double FAINT_MM = 1.5;

    boolean covered() {
        return low <= truth && truth <= high;
    }

    double error() {
        return measured - truth;
    }

    /** Everything of a pair in which nothing changed. */
    static List<Trial> ofNull(MeasuredPair pair) {
        List<Trial> trials = new ArrayList<>(measures(pair, NOTHING));
        pair.lines().forEach((region, change) -> line(pair, region, change, 0).ifPresent(trials::add));
        return trials;
    }

    /** Everything of a phantom's pair whose truth is known. */
    static List<Trial> of(PhantomPairs.Known known) {
        MeasuredPair pair = known.measured();
        List<Trial> trials = new ArrayList<>(measures(pair, key -> truth(key, known.before(), known.after())));
        pair.lines()
                .forEach((region, change) -> fade(region, known.before(), known.after())
                        .flatMap(percent -> line(pair, region, change, percent))
                        .ifPresent(trials::add));
        return trials;
    }

    /**
     * Everything of a pair between which brows, lids or mouth corners were moved, but for the index, whose change
     * depends on how the face was before.
     *
     * @param scale by what the effect's millimetres are multiplied
     */
    static List<Trial> of(MeasuredPair pair, Effect effect, double scale) {
        return measures(pair, key -> moved(key, effect).map(mm -> scale * mm));
    }

    /** What was left of a movement, in mm of the baseline's; nothing where it could not be said. */
    static Optional<Trial> of(PhantomPairs.Moved moved) {
        MovementChange change = MOVEMENTS.between(moved.movement(), moved.before(), moved.after());
        Double low = change.ciLowPercent();
        Double high = change.ciHighPercent();
        double before = moved.before().value();
        return low == null || high == null
                ? Optional.empty()
                : Optional.of(new Trial(
                        "movement",
                        "movement." + moved.movement().key(),
                        moved.tone(),
                        moved.left() * before,
                        moved.after().value(),
                        low / 100 * before,
                        high / 100 * before,
                        high < 100,
                        Math.hypot(
                                moved.after().standardError(),
                                moved.left() * moved.before().standardError()),
                        0,
                        1 + moved.left() * moved.left()));
    }

    /** The lines of a pair whose lines were made to change by known shares. */
    static List<Trial> of(LinePair known, MeasuredPair pair) {
        List<Trial> trials = new ArrayList<>();
        pair.lines()
                .forEach((region, change) -> Optional.ofNullable(
                                known.truePercent().get(region))
                        .flatMap(percent -> line(pair, region, change, percent))
                        .ifPresent(trials::add));
        return trials;
    }

    private interface TrueChange {
        Optional<Double> of(MeasureKey key);
    }

    private static final TrueChange NOTHING = key -> Optional.of(0.0);

    private static List<Trial> measures(MeasuredPair pair, TrueChange truth) {
        FaceMeasures before = FaceMeasurement.of(pair.before());
        FaceMeasures after = FaceMeasurement.of(pair.after());
        Map<MeasureKey, Double> depth = FaceMeasurement.depthErrorOfChange(pair.before(), pair.after());
        List<Trial> trials = new ArrayList<>();
        pair.measures()
                .forEach((key, change) -> truth.of(key)
                        .flatMap(t -> trial(
                                pair,
                                key,
                                change,
                                t,
                                Math.hypot(
                                        before.get(key.measure(), key.side()).standardError(),
                                        after.get(key.measure(), key.side()).standardError()),
                                depth.getOrDefault(key, 0.0)))
                        .ifPresent(trials::add));
        return trials;
    }

    private static Optional<Trial> trial(
            MeasuredPair pair, MeasureKey key, Change change, double truth, double own, double depth) {
        Double measured = change.change();
        Double low = change.ciLow();
        Double high = change.ciHigh();
        return measured == null || low == null || high == null
                ? Optional.empty()
                : Optional.of(new Trial(
                        key.measure().group(),
                        key.measure().group() + "." + key.measure().key(),
                        pair.tone(),
                        truth,
                        measured,
                        low,
                        high,
                        change.significant(),
                        own,
                        depth,
                        BOTH));
    }

    private static Optional<Trial> line(MeasuredPair pair, Region region, RegionChange change, double truth) {
        Double measured = change.changePercent();
        Double low = change.ciLowPercent();
        Double high = change.ciHighPercent();
        PairedRegion paired = pair.paired().get(region);
        return measured == null || low == null || high == null || paired == null
                ? Optional.empty()
                : Optional.of(new Trial(
                        LINES,
                        LINES + ".lineIndex",
                        pair.tone(),
                        truth,
                        measured,
                        low,
                        high,
                        change.significant(),
                        100 * paired.relativeError(),
                        100 * paired.fadeError(),
                        BOTH));
    }

    /**
     * By how many percent a region's lines were made to fade. Not known where the mean face has folds of its own, which
     * no treatment of a phantom changes, unless nothing was changed at all.
     */
    private static Optional<Double> fade(Region region, Truth before, Truth after) {
        double was = before.lengthTimesDepthMm(region);
        double is = after.lengthTimesDepthMm(region);
        if (Math.abs(is - was) <= 1e-6 * was) {
            return Optional.of(0.0);
        }
        return was < FAINT_MM ? Optional.empty() : Optional.of(100 * (is - was) / was);
    }

    private static Optional<Double> truth(MeasureKey key, Truth before, Truth after) {
        Measure measure = key.measure();
        Side side = key.side();
        if (side != null) {
            return height(measure, side, after)
                    .flatMap(is -> height(measure, side, before).map(was -> is - was));
        }
        return switch (measure) {
            case BROW_DISTANCE -> Optional.of(after.browDistanceMm() - before.browDistanceMm());
            case SYMMETRY_BROW_PUPIL -> asymmetry(Measure.BROW_PUPIL, before, after);
            case SYMMETRY_BROW_LATERAL -> asymmetry(Measure.BROW_LATERAL, before, after);
            case SYMMETRY_MRD1 -> asymmetry(Measure.MRD1, before, after);
            case SYMMETRY_COMMISSURE -> asymmetry(Measure.COMMISSURE_HEIGHT, before, after);
            case SYMMETRY_INDEX -> Optional.of(index(after) - index(before));
            case WIDTH_RATIO ->
                before.commissureHeights().equals(after.commissureHeights()) ? Optional.of(0.0) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Double> moved(MeasureKey key, Effect effect) {
        if (key.side() != null) {
            return moved(key.measure(), key.side(), effect);
        }
        Measure of = switch (key.measure()) {
            case SYMMETRY_BROW_PUPIL -> Measure.BROW_PUPIL;
            case SYMMETRY_BROW_LATERAL -> Measure.BROW_LATERAL;
            case SYMMETRY_MRD1 -> Measure.MRD1;
            case SYMMETRY_COMMISSURE -> Measure.COMMISSURE_HEIGHT;
            default -> Measure.SYMMETRY_INDEX;
        };
        return moved(of, Side.LEFT, effect)
                .flatMap(left -> moved(of, Side.RIGHT, effect).map(right -> left - right));
    }

    private static Optional<Double> moved(Measure measure, Side side, Effect effect) {
        BrowShift brow = effect.brows().getOrDefault(side, BrowShift.NONE);
        return switch (measure) {
            case BROW_MEDIAL -> Optional.of(brow.medial());
            case BROW_PUPIL -> Optional.of(brow.pupil());
            case BROW_LATERAL -> Optional.of(brow.lateral());
            // A picture bent at the brow pulls the lid along, nobody knows how far.
            case MRD1, FISSURE ->
                effect.brows().isEmpty() ? Optional.of(effect.lids().getOrDefault(side, 0.0)) : Optional.empty();
            case COMMISSURE_HEIGHT -> Optional.of(effect.commissures().getOrDefault(side, 0.0));
            default -> Optional.empty();
        };
    }

    /** The fissure is given as MRD1: the lower lids of phantoms stay. */
    private static Optional<Double> height(Measure measure, Side side, Truth truth) {
        BrowShift brow = truth.browHeights().get(side);
        return switch (measure) {
            case BROW_MEDIAL -> Optional.of(brow.medial());
            case BROW_PUPIL -> Optional.of(brow.pupil());
            case BROW_LATERAL -> Optional.of(brow.lateral());
            case MRD1, FISSURE -> Optional.of(truth.mrd1().get(side));
            case COMMISSURE_HEIGHT -> Optional.of(truth.commissureHeights().get(side));
            default -> Optional.empty();
        };
    }

    private static Optional<Double> asymmetry(Measure measure, Truth before, Truth after) {
        return difference(measure, after)
                .flatMap(is -> difference(measure, before).map(was -> is - was));
    }

    private static Optional<Double> difference(Measure measure, Truth truth) {
        return height(measure, Side.LEFT, truth)
                .flatMap(left -> height(measure, Side.RIGHT, truth).map(right -> left - right));
    }

    private static double index(Truth truth) {
        return Math.sqrt(List.of(
                        Measure.BROW_MEDIAL,
                        Measure.BROW_PUPIL,
                        Measure.BROW_LATERAL,
                        Measure.MRD1,
                        Measure.COMMISSURE_HEIGHT)
                .stream()
                .mapToDouble(m -> difference(m, truth).orElseThrow())
                .map(d -> d * d)
                .average()
                .orElseThrow());
    }
}
