package rhytid.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rhytid.face.Side;
import rhytid.measure.Measure;
import rhytid.measure.MeasureKey;

class GeometryFindingsTest {

    private final Map<MeasureKey, Change> changes = new HashMap<>();

    @Test
    void aBrowThatFellByTwoMillimetresIsToBeChecked() {
        change(Measure.BROW_PUPIL, Side.RIGHT, 25, 22.6, 0.3);
        Finding finding = only();
        assertThat(finding.code()).isEqualTo("brow-ptosis");
        assertThat(finding.side()).isEqualTo(Side.RIGHT);
        assertThat(finding.message()).contains("2.4 mm", "Check");
    }

    @Test
    void whatRetakingCouldHaveMadeIsNoFinding() {
        change(Measure.BROW_PUPIL, Side.RIGHT, 25, 22.6, 1.5);
        assertThat(found()).isEmpty();
    }

    @Test
    void aBrowThatRoseIsNoPtosis() {
        change(Measure.BROW_PUPIL, Side.LEFT, 25, 28, 0.3);
        assertThat(found()).isEmpty();
    }

    @Test
    void anOuterBrowUpMoreThanTheInnerOneIsAPeak() {
        change(Measure.BROW_LATERAL, Side.LEFT, 20, 22.2, 0.3);
        change(Measure.BROW_MEDIAL, Side.LEFT, 22, 21.7, 0.3);
        assertThat(only().code()).isEqualTo("lateral-brow-peak");
    }

    @Test
    void aLidOneMillimetreLowerIsToBeChecked() {
        change(Measure.MRD1, Side.LEFT, 0.4, -0.8, 0.2);
        assertThat(only().code()).isEqualTo("lid-ptosis");
    }

    @Test
    void newAsymmetryNamesTheHigherSideAndOldAsymmetryIsNone() {
        change(Measure.SYMMETRY_BROW_PUPIL, null, 0.2, -1.6, 0.3);
        assertThat(only().side()).isEqualTo(Side.RIGHT);
        changes.clear();
        change(Measure.SYMMETRY_BROW_PUPIL, null, 2.5, 2.6, 0.01);
        assertThat(found()).isEmpty();
    }

    private void change(Measure measure, @Nullable Side side, double before, double after, double error) {
        changes.put(new MeasureKey(measure, side), Change.of("mm", before, after, error, 1.96 * error));
    }

    private List<Finding> found() {
        List<Finding> findings = new ArrayList<>();
        GeometryFindings.atRest(FindingLimits.STANDARD, changes, findings);
        return findings;
    }

    private Finding only() {
        assertThat(found()).hasSize(1);
        return found().getFirst();
    }
}
