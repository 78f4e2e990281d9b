package rhytid.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rhytid.face.Side;

class MeasureKeyTest {

    @Test
    void oneMeasuresSidesStandTogetherTheRightFirst() {
        MeasureKey rightLid = new MeasureKey(Measure.MRD1, Side.RIGHT);
        MeasureKey leftLid = new MeasureKey(Measure.MRD1, Side.LEFT);
        MeasureKey rightBrow = new MeasureKey(Measure.BROW_PUPIL, Side.RIGHT);
        MeasureKey distance = new MeasureKey(Measure.BROW_DISTANCE, null);
        List<MeasureKey> shown = List.of(leftLid, distance, rightLid, rightBrow).stream()
                .sorted()
                .toList();
        assertThat(shown).containsSubsequence(rightLid, leftLid).containsSubsequence(rightBrow, rightLid);
    }
}
