package rhytid.wrinkle;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rhytid.face.Face;
import rhytid.geometry.Affine;
import rhytid.geometry.Point;
import rhytid.photo.Both;
import rhytid.photo.Photo;

/**
 * The lines of a pair, measured so that a change is the skin's and not the photo's: both photos are read over one frame
 * and brought to one blur; lines are traced once, on the mean of both, and their signed depth is read along the same
 * traces in each. A line that fades below what would be found alone still counts with what is left of it, and noise
 * counts in neither direction.
 */
public record PairedLines(Map<Region, PairedRegion> regions, Map<Region, Misfit> misfits, PairMatch match) {

    /** A baseline index less than this many standard errors above none is nothing to take a share of. */
    private static final double LEAST_SIGNAL = 4;

    /**
     * Nor is one below this Σ length × depth, mm: 5 mm of a line of a fifth. Of so little, a patch of shine or a hair
     * decides: retaken in one set-up, it scattered by 6 to 9 % where its own error said 5 (London faces with odd
     * numbers, phantoms 900 to 911), and all above by 2.
     */
    private static final double LEAST_SUM_MM = 1;

    /**
     * Lines that fade unequally disagree without being measured badly, so only this much of their disagreement counts
     * as error: on null pairs of phantoms the noise beside the lines foretold the scatter, and this added nothing.
     */
    private static final double DISAGREEMENT_SHARE = 0.5;

    private static final String OTHER_CONTRAST =
            "the skin's contrast differs too much between the photos: use one camera, without filters";

    private static final double PIGMENT_BELOW_EYES = 0.4;

    public PairedLines {
        regions = Map.copyOf(regions);
        misfits = Map.copyOf(misfits);
    }

    /** @param followUpToBaseline from pixels of the follow-up to pixels of the baseline, by stable points */
    public static PairedLines measure(
            Photo baseline, Face baselineFace, Photo followUp, Face followUpFace, Affine followUpToBaseline) {
        SkinFrame frame = SkinFrame.of(baselineFace);
        SkinFrame other = frame.through(followUpToBaseline);
        Canvas canvas = Canvas.of(baselineFace, frame, Math.min(frame.pxPerMm(), other.pxPerMm()));
        Both<SkinMask> masks = Both.of(
                () -> canvas.mask(baseline, baselineFace.landmarks(), frame),
                () -> canvas.mask(followUp, followUpFace.landmarks(), other));
        SkinMask both = masks.baseline().and(masks.followUp());
        MatchedLight light = MatchedLight.of(canvas, both, baseline, followUp, other);
        SkinMask mask = LooseHair.leftOut(both, light, canvas);
        ForkJoinTask<LineSearch> searching =
                ForkJoinPool.commonPool().submit(() -> new LineSearch(light.mean(), mask.skin()));
        Map<Region, SkinArea> areas = areas(canvas, mask);
        LineSearch search = searching.join();
        UnaryOperator<Point> toBaseline = frame.mmToPhoto()::apply;
        Affine mmToFollowUp = other.mmToPhoto();
        UnaryOperator<Point> toFollowUp = p -> mmToFollowUp.apply(light.flow().apply(p));
        Map<Region, PairedRegion> regions = new ConcurrentHashMap<>();
        Map<Region, Misfit> misfits = new ConcurrentHashMap<>();
        eachLargestFirst(areas, (region, area) -> {
            regions.put(region, region(region, area, canvas, light, search, toBaseline, toFollowUp));
            misfits.put(region, Misfit.of(light.rest(), area));
        });
        return new PairedLines(regions, misfits, light.match());
    }

    /** Regions know nothing of each other: all cores, and no large one is left for the end. */
    private static void eachLargestFirst(Map<Region, SkinArea> areas, BiConsumer<Region, SkinArea> work) {
        Queue<Map.Entry<Region, SkinArea>> waiting = areas.entrySet().stream()
                .sorted(Comparator.comparingDouble(
                        area -> -area.getValue().outline().bounds().area()))
                .collect(Collectors.toCollection(ConcurrentLinkedQueue::new));
        IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .parallel()
                .forEach(core -> {
                    for (var next = waiting.poll(); next != null; next = waiting.poll()) {
                        work.accept(next.getKey(), next.getValue());
                    }
                });
    }

    private static Map<Region, SkinArea> areas(Canvas canvas, SkinMask mask) {
        Map<Region, SkinArea> areas = new EnumMap<>(Region.class);
        for (Region region : Region.values()) {
            areas.put(region, SkinArea.of(region, canvas, mask, SkinLimits.DEFAULT));
        }
        return areas;
    }

    private static PairedRegion region(
            Region region,
            SkinArea area,
            Canvas canvas,
            MatchedLight light,
            LineSearch search,
            UnaryOperator<Point> toBaseline,
            UnaryOperator<Point> toFollowUp) {
        String reason = ResolutionLimits.DEFAULT.reason(region, canvas.photoPxPerMm());
        reason = reason == null ? area.reason() : reason;
        if (reason == null && light.contrast().gain().isUnbelievable()) {
            reason = OTHER_CONTRAST;
        }
        if (reason != null) {
            return new PairedRegion(
                    Readout.unusable(region, area, toBaseline, reason),
                    Readout.unusable(region, area, toFollowUp, reason),
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    reason);
        }
        LineSearch.Findings found = search.lines(region, area, canvas.anchors(), TraceLimits.DEFAULT);
        Placebo placebo = found.placebo();
        double gain = light.match().contrastGain();
        AfterContrast contrast = light.contrast();
        RegionLines before = Readout.of(
                region,
                area,
                found,
                light.before(),
                AfterContrast.OWN,
                placebo.spread(light.before(), null, 1),
                toBaseline);
        RegionLines after = Readout.of(
                region,
                area,
                found,
                light.after(),
                contrast,
                placebo.spread(light.after(), null, 1) / gain,
                toFollowUp);
        return compared(before, after, LineChange.of(found.all(), light, contrast, placebo, pigment(region)));
    }

    /**
     * What runs below an eye is the border of a darker skin as often as a fold, and that does not feel where light
     * stands.
     */
    private static double pigment(Region region) {
        return region == Region.INFRAORBITAL_RIGHT || region == Region.INFRAORBITAL_LEFT ? PIGMENT_BELOW_EYES : 0;
    }

    private static PairedRegion compared(RegionLines before, RegionLines after, LineChange change) {
        if (!(change.sumBefore() > Math.max(LEAST_SUM_MM, LEAST_SIGNAL * change.noise()))) {
            return new PairedRegion(
                    before,
                    after,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    "too few lines before to speak of a share of them");
        }
        double own = Math.max(change.noise() / change.sumBefore(), DISAGREEMENT_SHARE * change.disagreement());
        double error = Math.hypot(
                Math.hypot(own, change.blurError()), Math.hypot(change.gainShareError(), change.lightError()));
        return new PairedRegion(before, after, change.ratio() - 1, error, change.textureError(), null);
    }
}
