package rhytid.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import rhytid.face.Side;
import rhytid.measure.Measure;
import rhytid.measure.MeasureKey;
import rhytid.measure.Movement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ErrorModelTest {

    private final ErrorModel model = ErrorModel.shipped();

    @Test
    void everyMeasureLineAndMovementHasItsTerms() {
        for (Measure measure : Measure.values()) {
            if (measure == Measure.GINGIVAL_SHOW) {
                continue; // is not measured yet, so nothing could be estimated
            }
            MeasureKey key = new MeasureKey(measure, measure.sided() ? Side.LEFT : null);
            assertThat(model.of(key).errorOfChange(0.1, 0.1, 0))
                    .as("%s", measure)
                    .isPositive();
        }
        for (Movement movement : Movement.values()) {
            assertThat(model.of(movement)).as("%s", movement).isNotNull();
        }
        assertThat(model.ofLines().errorOfChange(0.1, 0, 0)).isPositive();
    }

    @Test
    void theTermsAreThoseOfTheShippedData() throws IOException {
        try (InputStream in = ErrorModel.class.getResourceAsStream("between-shot.json")) {
            JsonNode mrd1 = JsonMapper.shared().readTree(in).at("/measures/eyelids.mrd1");
            assertThat(model.of(new MeasureKey(Measure.MRD1, Side.RIGHT)))
                    .isEqualTo(new ErrorModel.Terms(
                            mrd1.path("own").asDouble(),
                            mrd1.path("betweenShots").asDouble(),
                            mrd1.path("ofChange").asDouble()));
        }
    }

    @Test
    void aMeasureWithoutTermsIsRefusedInsteadOfTakenForExact() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.of(new MeasureKey(Measure.GINGIVAL_SHOW, null)))
                .withMessageContaining("gingivalShow");
    }

    @Test
    void anErrorBelowZeroIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ErrorModel.Terms(1, -0.1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ErrorModel.Terms(Double.NaN, 0.1, 0));
    }

    @Test
    void whereItComesFromIsSaid() {
        assertThat(model.origin()).contains("null pairs");
    }

    @Test
    void theSmallestChangeIsTwoPhotosErrorTimesOnePointNineSix() {
        ErrorModel.Terms terms = new ErrorModel.Terms(1, 0.4, 0.1);
        assertThat(terms.mdc95(0.3, 0.3)).isCloseTo(1.96 * Math.sqrt(2) * 0.5, within(1e-12));
        assertThat(terms.errorOfChange(0.3, 0.3, 0)).isCloseTo(Math.sqrt(2) * 0.5, within(1e-12));
    }

    @Test
    void whatErrsAlikeInBothPhotosDoesNotCount() {
        assertThat(new ErrorModel.Terms(0.5, 0, 0).errorOfChange(0.3, 0.4, 0)).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void aLargeChangeIsLessCertainThanNone() {
        ErrorModel.Terms terms = new ErrorModel.Terms(0, 0.3 / Math.sqrt(2), 0.1);
        assertThat(terms.errorOfChange(0, 0, 4)).isCloseTo(0.5, within(1e-12));
    }
}
