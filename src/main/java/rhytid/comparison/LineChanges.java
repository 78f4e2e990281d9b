package rhytid.comparison;

import java.util.EnumMap;
import java.util.Map;
import rhytid.wrinkle.PairedRegion;
import rhytid.wrinkle.Region;
import rhytid.wrinkle.RegionLines;

/** What became of the lines of each region, and how sure that is. */
public final class LineChanges {

    private static final double NORMAL_95 = 1.96;

    private final ErrorModel errors;

    public LineChanges(ErrorModel errors) {
        this.errors = errors;
    }

    public Map<Region, RegionChange> of(Map<Region, PairedRegion> regions) {
        Map<Region, RegionChange> changes = new EnumMap<>(Region.class);
        regions.forEach((region, pair) -> changes.put(region, change(region, pair)));
        return changes;
    }

    private RegionChange change(Region region, PairedRegion pair) {
        String unusable = pair.before().reason() != null
                ? pair.before().reason()
                : pair.after().reason();
        if (unusable != null) {
            return new RegionChange(
                    region,
                    Change.unknown("index", unusable),
                    Change.unknown("mm", unusable),
                    Change.unknown("contrast", unusable),
                    null,
                    null,
                    null,
                    null,
                    false,
                    false,
                    unusable);
        }
        return pair.reason() != null ? withoutShare(region, pair) : withShare(region, pair);
    }

    /** The baseline has lines enough to say by which share they changed. */
    private RegionChange withShare(Region region, PairedRegion pair) {
        ErrorModel.Terms terms = errors.ofLines();
        double error =
                Math.hypot(terms.errorOfChange(pair.relativeError(), 0, pair.relativeChange()), pair.fadeError());
        double percent = 100 * pair.relativeChange();
        double half = 100 * NORMAL_95 * error;
        double mdc95 = 100 * terms.mdc95(pair.relativeError(), 0);
        RegionLines before = pair.before();
        RegionLines after = pair.after();
        return new RegionChange(
                region,
                change("index", before.lineIndex(), after.lineIndex(), error * Math.abs(before.lineIndex())),
                change("mm", before.lengthMm(), after.lengthMm(), error * before.lengthMm()),
                change("contrast", before.depth(), after.depth(), error * Math.abs(before.depth())),
                percent,
                percent - half,
                percent + half,
                mdc95,
                Math.abs(percent) > Math.max(half, mdc95),
                true,
                null);
    }

    /** The baseline has next to no lines: there is a change, but nothing to take a share of. */
    private RegionChange withoutShare(Region region, PairedRegion pair) {
        ErrorModel.Terms terms = errors.ofLines();
        RegionLines before = pair.before();
        RegionLines after = pair.after();
        double noise = terms.own() * Math.hypot(before.lineIndexError(), after.lineIndexError());
        double between = Math.sqrt(2) * terms.betweenShots() * Math.max(before.lineIndex(), after.lineIndex());
        double index = Math.hypot(noise, between);
        double share = index / Math.max(Math.max(before.lineIndex(), after.lineIndex()), 1e-9);
        return new RegionChange(
                region,
                change("index", before.lineIndex(), after.lineIndex(), index),
                change(
                        "mm",
                        before.lengthMm(),
                        after.lengthMm(),
                        share * Math.max(before.lengthMm(), after.lengthMm())),
                change("contrast", before.depth(), after.depth(), share * Math.max(before.depth(), after.depth())),
                null,
                null,
                null,
                null,
                false,
                true,
                pair.reason());
    }

    /** The error holds everything that taking the photos again would change, so it makes the smallest change too. */
    private static Change change(String unit, double before, double after, double standardError) {
        return Change.of(unit, before, after, standardError, NORMAL_95 * standardError);
    }
}
