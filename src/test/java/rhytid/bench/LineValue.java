package rhytid.bench;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rhytid.alignment.Aligner;
import rhytid.comparison.RegionChange;
import rhytid.face.FaceFinder;
import rhytid.wrinkle.Region;
import rhytid.wrinkle.RidgePeers;

/**
 * What is said of the lines of one region of a pair whose truth is known.
 *
 * @param truth percent
 * @param change null where it was refused
 * @param painted whether it was given lines to be found
 * @param peers what the usual ridge filters say, percent
 */
record LineValue(
        LinePair.Kind kind,
        SkinTone tone,
        Region region,
        double truth,
        @Nullable Double change,
        boolean significant,
        boolean painted,
        Map<RidgePeers.Peer, Double> peers) {

    static List<LineValue> of(FaceFinder finder, LinePair pair) {
        return MeasuredPair.of(finder, pair.before(), pair.after(), true)
                .map(measured -> values(pair, measured))
                .orElse(List.of());
    }

    private static List<LineValue> values(LinePair pair, MeasuredPair measured) {
        Map<RidgePeers.Peer, Map<Region, Double>> peers = RidgePeers.change(
                pair.before(),
                measured.before(),
                pair.after(),
                measured.after(),
                Aligner.align(measured.before(), measured.after()).followUpToBaseline());
        return measured.lines().values().stream()
                .filter(change -> pair.truePercent().containsKey(change.region()))
                .map(change -> value(pair, measured.tone(), change, peers))
                .toList();
    }

    private static LineValue value(
            LinePair pair, SkinTone tone, RegionChange change, Map<RidgePeers.Peer, Map<Region, Double>> peers) {
        Map<RidgePeers.Peer, Double> others = new EnumMap<>(RidgePeers.Peer.class);
        peers.forEach((peer, of) -> others.put(peer, of.getOrDefault(change.region(), Double.NaN)));
        return new LineValue(
                pair.kind(),
                tone,
                change.region(),
                pair.truePercent().getOrDefault(change.region(), 0.0),
                change.changePercent(),
                change.significant(),
                pair.painted().contains(change.region()),
                others);
    }

    /** NaN where it was refused. */
    double said() {
        return change == null ? Double.NaN : change;
    }

    boolean measured() {
        return change != null;
    }

    /** Percentage points; only of what was measured. */
    double error() {
        return said() - truth;
    }
}
