package rhytid.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rhytid.measure.Estimate;
import rhytid.measure.Movement;

/**
 * Where errors are what the model says they are, 95 of 100 intervals hold the truth: the arithmetic, without pictures.
 */
class CoverageTest {

    private static final int MANY = 20_000;

    /** What {@link #MANY} draws of a share of 95 % scatter by, four times over, in percent. */
    private static final double SAMPLING = 4 * 100 * Math.sqrt(0.95 * 0.05 / MANY);

    private static final ErrorModel.Terms TERMS = new ErrorModel.Terms(0.6, 0.2, 0);

    private final Random random = new Random(11);

    @Test
    void theIntervalOfAChangeHoldsTheTruth() {
        double held = percent(i -> {
            double truth = 3 * random.nextGaussian();
            Change change = change(truth);
            Double low = change.ciLow();
            Double high = change.ciHigh();
            return low != null && high != null && low <= truth && truth <= high;
        });
        assertThat(held).isCloseTo(95, within(SAMPLING));
    }

    @Test
    void oneOfTwentyPairsInWhichNothingChangedIsCalledSignificantAtMost() {
        assertThat(percent(i -> change(0).significant())).isCloseTo(5, within(SAMPLING));
    }

    @Test
    void fiellersIntervalHoldsTheShareThatIsPreservedHoweverLittleIsLeft() {
        MovementChanges changes = new MovementChanges(ErrorModel.shipped());
        ErrorModel.Terms terms = ErrorModel.shipped().of(Movement.BROW_RAISE);
        double own = 0.4;
        double error = Math.hypot(terms.own() * own, terms.betweenShots());
        for (double left : new double[] {0.1, 0.5, 1}) {
            double held = percent(i -> {
                Estimate before = Estimate.of(6 + error * random.nextGaussian(), own);
                Estimate after = Estimate.of(6 * left + error * random.nextGaussian(), own);
                MovementChange change = changes.between(Movement.BROW_RAISE, before, after);
                Double low = change.ciLowPercent();
                Double high = change.ciHighPercent();
                return low != null && high != null && low <= 100 * left && 100 * left <= high;
            });
            assertThat(held).as("%s left", left).isCloseTo(95, within(SAMPLING));
        }
    }

    /** Two photos of unlike quality that err as the terms say. */
    private Change change(double truth) {
        double first = 0.2;
        double second = 0.5;
        double error = TERMS.errorOfChange(first, second, 0);
        double measured = truth + error * random.nextGaussian();
        return Change.of("mm", 10, 10 + measured, error, TERMS.mdc95(first, second));
    }

    private static double percent(IntPredicate trial) {
        return 100.0 * IntStream.range(0, MANY).filter(trial).count() / MANY;
    }
}
