package rhytid.bench;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rhytid.comparison.ErrorModel;

/**
 * Finds the terms of one measure's error. The share of a change that is misjudged is the slope of the errors over the
 * true changes. For every {@code own} of a grid, {@code betweenShots} is what makes 95 % of the intervals hold the
 * truth, and no less than 94 % in any set; the pair of the two under which the errors are likeliest is taken. Each set
 * of trials counts alike, however many it has. Lines' own error is that of the change itself, in which nothing is left
 * that both photos share: it is never discounted, however tame the pictures that are fitted to.
 */
final class TermsFit {

    private static final double HELD = 0.95;

    /** Above the 93 % that are the goal: what just holds it here is below it on every second set of others. */
    private static final double HELD_IN_EACH = 0.94;

    private static final double NORMAL_95 = 1.96;
    private static final double OWN_STEP = 0.05;

    /** A photo that shows less must have the wider interval, however alike the photos were that are fitted to. */
    private static final double LEAST_OWN = 0.25;

    private static final double MOST_OWN = 2;

    /** A trial and how much it counts. */
    private record Weighed(Trial trial, double weight) {}

    private final List<List<Weighed>> sets;
    private final List<Weighed> trials;
    private final double scale;
    private final double ofChange;

    private TermsFit(List<List<Trial>> sets) {
        this.sets = sets.stream()
                .map(set ->
                        set.stream().map(t -> new Weighed(t, 1.0 / set.size())).toList())
                .toList();
        this.trials = this.sets.stream().flatMap(List::stream).toList();
        // Lines are tried in percent and kept as shares.
        this.scale = isOfLines() ? 100 : 1;
        this.ofChange = trials.getFirst().trial().group().equals("movement") ? 0 : gain();
    }

    static ErrorModel.Terms of(List<List<Trial>> sets) {
        return new TermsFit(sets).fitted();
    }

    private boolean isOfLines() {
        return trials.getFirst().trial().group().equals(Trial.LINES);
    }

    private double gain() {
        double product = 0;
        double square = 0;
        for (Weighed w : trials) {
            product += w.weight() * w.trial().error() * w.trial().truth();
            square += w.weight() * w.trial().truth() * w.trial().truth();
        }
        double slope = square > 0 ? product / square : 0;
        // Of the measured change, which is all that is known later.
        return Math.abs(slope) / (1 + slope);
    }

    private ErrorModel.Terms fitted() {
        ErrorModel.@Nullable Terms best = null;
        double likeliest = Double.NEGATIVE_INFINITY;
        double least = isOfLines() ? 1 : LEAST_OWN;
        for (double own = least; own <= MOST_OWN; own += OWN_STEP) {
            double between = between(own);
            double likelihood = likelihood(own, between);
            if (between >= 0 && (best == null || likelihood > likeliest)) {
                best = new ErrorModel.Terms(own, Math.sqrt(between) / scale, ofChange);
                likeliest = likelihood;
            }
        }
        return best == null ? new ErrorModel.Terms(least, 0, ofChange) : best;
    }

    /**
     * The variance of a photo that must be added so that the intervals hold 95 % of all truths and no less than 94 % of
     * any set's; negative if they hold more.
     */
    private double between(double own) {
        double needed = between(own, trials, HELD);
        for (List<Weighed> set : sets) {
            needed = Math.max(needed, between(own, set, HELD_IN_EACH));
        }
        return needed;
    }

    private double between(double own, List<Weighed> some, double share) {
        List<Weighed> sorted = some.stream()
                .sorted(Comparator.comparingDouble(w -> lacking(own, w.trial())))
                .toList();
        double all = some.stream().mapToDouble(Weighed::weight).sum();
        double sum = 0;
        for (Weighed w : sorted) {
            sum += w.weight();
            if (sum >= share * all) {
                return lacking(own, w.trial());
            }
        }
        return lacking(own, sorted.getLast().trial());
    }

    private double lacking(double own, Trial trial) {
        return (Math.pow(trial.error() / NORMAL_95, 2) - variance(own, trial)) / trial.shots();
    }

    private double variance(double own, Trial trial) {
        return Math.pow(own * trial.ownError(), 2)
                + Math.pow(trial.depthError(), 2)
                + Math.pow(ofChange * trial.measured(), 2);
    }

    private double likelihood(double own, double between) {
        double sum = 0;
        for (Weighed w : trials) {
            double variance = variance(own, w.trial()) + w.trial().shots() * between + 1e-12;
            sum -= w.weight() * (Math.log(variance) + Math.pow(w.trial().error(), 2) / variance) / 2;
        }
        return sum;
    }
}
