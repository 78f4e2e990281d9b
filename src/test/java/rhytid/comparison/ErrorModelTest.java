package rhytid.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import rhytid.face.Side;
import rhytid.measure.Measure;
import rhytid.measure.MeasureKey;

class ErrorModelTest {

    private final ErrorModel model = ErrorModel.shipped();

    @Test
    void everyMeasureHasABetweenShotTerm() {
        for (Measure measure : Measure.values()) {
            MeasureKey key = new MeasureKey(measure, measure.sided() ? Side.LEFT : null);
            assertThat(model.betweenShots(key)).as("%s", measure).isNotNegative();
        }
        assertThat(model.betweenShotsOfLines()).isPositive();
    }

    @Test
    void whereItComesFromIsSaid() {
        assertThat(model.origin()).contains("null pairs");
    }

    @Test
    void theSmallestChangeIsTwoPhotosErrorTimesOnePointNineSix() {
        assertThat(model.mdc95(0.3, 0.3, 0.4)).isCloseTo(1.96 * Math.sqrt(2) * 0.5, within(1e-12));
        assertThat(model.errorOfChange(0.3, 0.3, 0.4)).isCloseTo(Math.sqrt(2) * 0.5, within(1e-12));
    }
}
