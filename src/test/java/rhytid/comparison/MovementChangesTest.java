package rhytid.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import rhytid.measure.Estimate;
import rhytid.measure.Movement;

class MovementChangesTest {

    private final MovementChanges changes = new MovementChanges(ErrorModel.shipped());

    @Test
    void halfTheMovementIsFiftyPercentAndItsIntervalHoldsIt() {
        MovementChange change = changes.between(Movement.BROW_RAISE, Estimate.of(10, 0.4), Estimate.of(5, 0.4));
        assertThat(change.preservedPercent()).isCloseTo(50, within(1e-9));
        assertThat(change.ciLowPercent()).isLessThan(50);
        assertThat(change.ciHighPercent()).isGreaterThan(50).isLessThan(60);
    }

    @Test
    void aMovementTooSmallToDivideByHasAReasonAndNoShare() {
        MovementChange change = changes.between(Movement.BROW_RAISE, Estimate.of(0.5, 0.2), Estimate.of(0.4, 0.2));
        assertThat(change.preservedPercent()).isNull();
        assertThat(change.before()).isEqualTo(0.5);
        assertThat(change.reason()).contains("too small");
    }

    @Test
    void anUncertainBaselineWidensTheInterval() {
        MovementChange sure = changes.between(Movement.BROW_RAISE, Estimate.of(6, 0.2), Estimate.of(3, 0.3));
        MovementChange unsure = changes.between(Movement.BROW_RAISE, Estimate.of(6, 1.0), Estimate.of(3, 0.3));
        assertThat(width(unsure)).isGreaterThan(width(sure));
    }

    @Test
    void whatIsNotMeasuredStaysUnknown() {
        MovementChange change = changes.between(Movement.BROW_RAISE, Estimate.unknown("no iris"), Estimate.of(3, 0.3));
        assertThat(change.before()).isNull();
        assertThat(change.after()).isEqualTo(3);
        assertThat(change.reason()).isEqualTo("baseline: no iris");
    }

    private static double width(MovementChange change) {
        Double low = change.ciLowPercent();
        Double high = change.ciHighPercent();
        assertThat(low).isNotNull();
        assertThat(high).isNotNull();
        return low == null || high == null ? Double.NaN : high - low;
    }
}
