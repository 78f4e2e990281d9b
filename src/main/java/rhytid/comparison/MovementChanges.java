package rhytid.comparison;

import rhytid.measure.Estimate;
import rhytid.measure.Movement;

/**
 * How much of a movement is preserved: follow-up over baseline, with Fieller's interval (E. C. Fieller, "Some problems
 * in interval estimation", 1954), which stays right where the baseline movement is not much larger than its error.
 */
public final class MovementChanges {

    /** A movement smaller than this is no movement to take a share of, mm. */
    static final double SMALLEST_MM = 1;

    /** Fieller's g: beyond it the interval is so wide that a share says nothing. */
    private static final double LARGEST_G = 0.25;

    private static final double NORMAL_95 = 1.96;

    private final ErrorModel errors;

    public MovementChanges(ErrorModel errors) {
        this.errors = errors;
    }

    /**
     * @param before the movement at baseline
     * @param after the same movement at follow-up
     */
    public MovementChange between(Movement movement, Estimate before, Estimate after) {
        if (before.reason() != null) {
            return unknown(before, after, "baseline: " + before.reason());
        }
        if (after.reason() != null) {
            return unknown(before, after, "follow-up: " + after.reason());
        }
        double first = error(movement, before);
        double second = error(movement, after);
        double g = Math.pow(NORMAL_95 * first / before.value(), 2);
        if (before.value() < SMALLEST_MM || !(g < LARGEST_G)) {
            return unknown(before, after, "the movement at baseline is too small for a share of it to mean anything");
        }
        double ratio = after.value() / before.value();
        double half = NORMAL_95 / before.value() * Math.sqrt(square(second) * (1 - g) + square(ratio * first));
        return new MovementChange(
                "mm",
                before.value(),
                after.value(),
                100 * ratio,
                100 * (ratio - half) / (1 - g),
                100 * (ratio + half) / (1 - g),
                null);
    }

    private static MovementChange unknown(Estimate before, Estimate after, String reason) {
        Double first = before.isKnown() ? before.value() : null;
        Double second = after.isKnown() ? after.value() : null;
        return new MovementChange("mm", first, second, null, null, null, reason);
    }

    /**
     * Standard error of one day's movement, mm, as it shows between two days. A movement that is misjudged by a share
     * is so on both days, and the share that is preserved does not notice.
     */
    private double error(Movement movement, Estimate day) {
        ErrorModel.Terms terms = errors.of(movement);
        return Math.hypot(terms.own() * day.standardError(), terms.betweenShots());
    }

    private static double square(double value) {
        return value * value;
    }
}
