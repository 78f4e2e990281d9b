package rhytid.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FindingsTest {

    /** Scripts and translations go by these: one may be added, none may change or go. */
    @Test
    void codesStayAsTheyAre() {
        assertThat(Arrays.stream(FindingCode.values()).map(FindingCode::code))
                .containsExactly(
                        "brow-ptosis",
                        "lateral-brow-peak",
                        "lid-ptosis",
                        "new-brow-asymmetry",
                        "new-lateral-brow-asymmetry",
                        "new-lid-asymmetry",
                        "new-mouth-asymmetry",
                        "smile-asymmetry",
                        "line-left-over",
                        "movement-lost",
                        "lines-coming-back",
                        "movement-coming-back");
    }

    @Test
    void aMovementThatIsNearlyGoneIsNotedAndLeftToTheInjector() {
        Finding finding = found("frown", 8.0, 3.0, 13.0).getFirst();
        assertThat(finding.code()).isEqualTo("movement-lost");
        assertThat(finding.severity()).isEqualTo("note");
        assertThat(finding.about()).isEqualTo("frown");
        assertThat(finding.message()).contains("draws the brows together", "8 %", "Consider");
    }

    @Test
    void aMovementThatTurnedAroundIsSaidToBeNone() {
        assertThat(found("frown", -4.0, -12.0, 4.0).getFirst().message()).contains(", 0 % is preserved");
    }

    @Test
    void aMovementThatIsWeakerOrUnknownIsNoFinding() {
        assertThat(found("smile", 55.0, 45.0, 65.0)).isEmpty();
        assertThat(found("smile", null, null, null)).isEmpty();
    }

    @Test
    void aLossThatIsNotSureIsNoFinding() {
        assertThat(found("browRaise", 15.0, -80.0, 110.0)).isEmpty();
    }

    private static List<Finding> found(
            String name, @Nullable Double percent, @Nullable Double low, @Nullable Double high) {
        MovementChange change = new MovementChange("mm", 5.0, 1.0, percent, low, high, null);
        return Findings.of(FindingLimits.STANDARD, Map.of(), Map.of(name, change));
    }
}
