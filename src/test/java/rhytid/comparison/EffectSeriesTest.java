package rhytid.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import rhytid.wrinkle.Region;

class EffectSeriesTest {

    private final EffectSeries series = new EffectSeries(FindingLimits.STANDARD);

    @Test
    void linesThatRegainedWhatTheyLostAreComingBack() {
        forehead(-60, 8);
        forehead(-25, 8);
        Finding finding = series.findings().getFirst();
        assertThat(finding.code()).isEqualTo("lines-coming-back");
        assertThat(finding.about()).isEqualTo("forehead");
        assertThat(finding.value()).isEqualTo(35);
        assertThat(finding.message()).contains("forehead", "40 %", "75 %", "may", "consider");
    }

    @Test
    void oneFollowUpSaysNothingAboutWearingOff() {
        forehead(-60, 8);
        assertThat(series.findings()).isEmpty();
    }

    @Test
    void anEffectThatStillGrowsIsNotWearingOff() {
        forehead(-30, 8);
        forehead(-60, 8);
        assertThat(series.findings()).isEmpty();
    }

    @Test
    void whatBothUncertaintiesCouldHaveMadeIsNoFinding() {
        forehead(-60, 25);
        forehead(-35, 25);
        assertThat(series.findings()).isEmpty();
    }

    @Test
    void whereNothingImprovedNothingComesBack() {
        forehead(-5, 4);
        forehead(25, 4);
        assertThat(series.findings()).isEmpty();
    }

    @Test
    void theStrongestEffectCountsWhicheverVisitHadIt() {
        forehead(-40, 8);
        forehead(-70, 8);
        forehead(-35, 8);
        assertThat(series.findings().getFirst().value()).isEqualTo(35);
    }

    @Test
    void whatTheLatestVisitDoesNotShowIsNotSaidToComeBack() {
        forehead(-60, 8);
        forehead(-25, 8);
        series.then(Map.of(), Map.of());
        assertThat(series.findings()).isEmpty();
        forehead(-20, 8);
        assertThat(series.findings()).hasSize(1);
    }

    @Test
    void movementThatReturnsIsPointedOut() {
        series.then(Map.of(), Map.of("frown", frown(12)));
        series.then(Map.of(), Map.of("frown", frown(70)));
        Finding finding = series.findings().getFirst();
        assertThat(finding.code()).isEqualTo("movement-coming-back");
        assertThat(finding.about()).isEqualTo("frown");
        assertThat(finding.message()).contains("draws the brows together", "12 %", "70 %");
    }

    private static MovementChange frown(double percent) {
        return new MovementChange("mm", 4.5, 4.5 * percent / 100, percent, percent - 10, percent + 10, null);
    }

    private void forehead(double percent, double reach) {
        Change some = Change.unknown("index", "not needed here");
        series.then(
                Map.of(
                        Region.FOREHEAD,
                        new RegionChange(
                                Region.FOREHEAD,
                                some,
                                some,
                                some,
                                percent,
                                percent - reach,
                                percent + reach,
                                reach,
                                true,
                                true,
                                null)),
                Map.of());
    }
}
