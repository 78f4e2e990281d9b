package rhytid.comparison;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rhytid.face.Expression;
import rhytid.wrinkle.Region;

/**
 * Whether an effect is wearing off: follow-ups of one baseline, one after the other. Says of the latest what came back
 * since the effect was strongest, if that is more than the uncertainty of both. It takes two follow-ups at least, so it
 * speaks from the third visit on.
 */
public final class EffectSeries {

    /** A share of the baseline in percent, with its 95 % interval. */
    private record Share(double percent, double low, double high) {

        static @Nullable Share of(@Nullable Double percent, @Nullable Double low, @Nullable Double high) {
            return percent == null || low == null || high == null ? null : new Share(percent, low, high);
        }

        double reach() {
            return (high - low) / 2;
        }
    }

    private final FindingLimits limits;
    private final Map<String, List<Share>> lines = new TreeMap<>();
    private final Map<String, List<Share>> movements = new TreeMap<>();

    /** What the latest follow-up shows; of anything else it can't be said that it came back. */
    private final Set<String> latest = new HashSet<>();

    public EffectSeries(FindingLimits limits) {
        this.limits = limits;
    }

    /**
     * Takes the next follow-up, in the order of their days. All must have been compared with the same baseline.
     *
     * @param wrinkles what became of the lines at rest
     * @param movement by {@code browRaise}, {@code frown}, {@code smile}
     */
    public EffectSeries then(Map<Region, RegionChange> wrinkles, Map<String, MovementChange> movement) {
        latest.clear();
        wrinkles.forEach((region, change) -> {
            if (change.usable()) {
                add(
                        lines,
                        region.key(),
                        Share.of(change.changePercent(), change.ciLowPercent(), change.ciHighPercent()));
            }
        });
        movement.forEach((name, change) -> add(
                movements, name, Share.of(change.preservedPercent(), change.ciLowPercent(), change.ciHighPercent())));
        return this;
    }

    private void add(Map<String, List<Share>> all, String name, @Nullable Share share) {
        if (share != null) {
            all.computeIfAbsent(name, n -> new ArrayList<>()).add(share);
            latest.add(name);
        }
    }

    /** What came back by the latest follow-up. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        lines.forEach((region, shares) -> {
            Share best = strongest(shares);
            Share now = shares.getLast();
            boolean hadEffect = best.percent() <= -limits.leftOverPercent() && best.high() < 0;
            if (latest.contains(region) && hadEffect && cameBack(best, now, limits.comingBackPoints())) {
                findings.add(linesBack(region, best, now));
            }
        });
        movements.forEach((name, shares) -> {
            Share best = strongest(shares);
            Share now = shares.getLast();
            if (latest.contains(name) && best.high() < 100 && cameBack(best, now, limits.movementBackPoints())) {
                findings.add(movementBack(name, best, now));
            }
        });
        return List.copyOf(findings);
    }

    private static Share strongest(List<Share> shares) {
        Share best = shares.getFirst();
        for (Share share : shares) {
            best = share.percent() < best.percent() ? share : best;
        }
        return best;
    }

    private static boolean cameBack(Share best, Share now, double points) {
        double back = now.percent() - best.percent();
        return back >= points && back > Math.hypot(best.reach(), now.reach());
    }

    private static Finding linesBack(String region, Share best, Share now) {
        return new Finding(
                        FindingCode.LINES_COMING_BACK.code(),
                        Finding.CONSIDER,
                        null,
                        "Lines are coming back (" + spoken(region) + "): at their smoothest they stood at "
                                + percent(100 + best.percent()) + " of the baseline, now at "
                                + percent(100 + now.percent())
                                + ". The effect may be wearing off; consider when the next treatment is wanted.",
                        now.percent() - best.percent())
                .about(region, Expression.REST);
    }

    private static Finding movementBack(String name, Share best, Share now) {
        return new Finding(
                        FindingCode.MOVEMENT_COMING_BACK.code(),
                        Finding.CONSIDER,
                        null,
                        "Movement " + Findings.spoken(name) + " is coming back: " + percent(best.percent())
                                + " of the baseline was preserved at least, now it is " + percent(now.percent())
                                + ". The effect may be wearing off; consider when the next treatment is wanted.",
                        now.percent() - best.percent())
                .about(name, null);
    }

    private static String spoken(String key) {
        for (Region region : Region.values()) {
            if (region.key().equals(key)) {
                return LineFindings.spoken(region);
            }
        }
        return key;
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.0f %%", value);
    }
}
