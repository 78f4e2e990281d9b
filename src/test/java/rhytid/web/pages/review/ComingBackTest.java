package rhytid.web.pages.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rhytid.comparison.Finding;
import rhytid.report.ReadComparison;
import tools.jackson.databind.json.JsonMapper;

class ComingBackTest {

    @Test
    void movementThatComesBackIsPointedOutFromTheThirdVisitOn() {
        ReadComparison dayFourteen = frown("2026.2", 10);
        ReadComparison threeMonths = frown("2026.2", 80);
        assertThat(ComingBack.of(List.of(dayFourteen))).isEmpty();
        assertThat(ComingBack.of(List.of(dayFourteen, threeMonths)))
                .extracting(Finding::code)
                .containsExactly("movement-coming-back");
    }

    @Test
    void numbersOfAnotherVersionOfTheMethodAreNotSetAgainstThese() {
        assertThat(ComingBack.of(List.of(frown("2026.1", 10), frown("2026.2", 80))))
                .isEmpty();
    }

    private static ReadComparison frown(String algorithm, int preserved) {
        return ReadComparison.of(JsonMapper.shared()
                .readTree("""
                {"verdict": "comparable", "algorithm": {"version": "%s"}, "expressions": {}, "movement": {"frown": {
                  "unit": "mm", "before": 5.0, "after": %s, "preservedPercent": %d, "ci95Percent": [%d, %d]}}}""".formatted(algorithm, preserved / 20.0, preserved, preserved - 5, preserved + 5)));
    }
}
