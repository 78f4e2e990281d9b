package rhytid.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rhytid.face.Contour;
import rhytid.face.CorrectedFace;
import rhytid.face.Face;
import rhytid.face.NamedPoint;
import rhytid.face.NamedPoints;
import rhytid.face.Side;
import rhytid.geometry.Point;

/** A place put right by hand moves the measures that are read there by as much, and no others. */
class CorrectedFaceTest {

    private static final Offset<Double> ROUNDING_MM = within(1e-6);

    private static final double UP_2_MM = -2 * SyntheticFace.PX_PER_MM;

    private final Face face = SyntheticFace.plain().face();
    private final FaceMeasures before = FaceMeasurement.of(face);

    @Test
    void aPlaceOfTheBrowMovesItsHeightAndLeavesTheOtherPlacesAndTheOtherSide() {
        FaceMeasures after = measured(Side.LEFT, NamedPoint.BROW_PUPIL, new Point(0, UP_2_MM));
        assertThat(change(after, Measure.BROW_PUPIL, Side.LEFT)).isCloseTo(2, ROUNDING_MM);
        assertThat(change(after, Measure.BROW_MEDIAL, Side.LEFT)).isCloseTo(0, ROUNDING_MM);
        assertThat(change(after, Measure.BROW_LATERAL, Side.LEFT)).isCloseTo(0, ROUNDING_MM);
        assertThat(change(after, Measure.BROW_PUPIL, Side.RIGHT)).isCloseTo(0, ROUNDING_MM);
        assertThat(change(after, Measure.MRD1, Side.LEFT)).isCloseTo(0, ROUNDING_MM);
    }

    @Test
    void aBorderPassesThroughThePlaceThatWasPutWhereverItIs() {
        Point found =
                NamedPoints.of(face).at(Side.RIGHT, NamedPoint.BROW_LATERAL).orElseThrow();
        Point put = found.plus(new Point(6, UP_2_MM));
        Face corrected = CorrectedFace.of(face, only(Side.RIGHT, NamedPoint.BROW_LATERAL, put));
        Contour brow = Objects.requireNonNull(corrected.upperBrows().get(Side.RIGHT));
        assertThat(brow.line().distanceTo(put)).isCloseTo(0, ROUNDING_MM);
        FaceMeasures after = FaceMeasurement.of(corrected);
        assertThat(change(after, Measure.BROW_LATERAL, Side.RIGHT)).isBetween(1.5, 2.5);
        assertThat(change(after, Measure.BROW_MEDIAL, Side.RIGHT)).isCloseTo(0, ROUNDING_MM);
    }

    @Test
    void theLidsMarginsMoveMrd1AndTheFissure() {
        FaceMeasures upper = measured(Side.RIGHT, NamedPoint.UPPER_LID, new Point(0, UP_2_MM));
        assertThat(change(upper, Measure.MRD1, Side.RIGHT)).isCloseTo(2, ROUNDING_MM);
        assertThat(change(upper, Measure.FISSURE, Side.RIGHT)).isCloseTo(2, ROUNDING_MM);
        FaceMeasures lower = measured(Side.RIGHT, NamedPoint.LOWER_LID, new Point(0, UP_2_MM));
        assertThat(change(lower, Measure.MRD1, Side.RIGHT)).isCloseTo(0, ROUNDING_MM);
        assertThat(change(lower, Measure.FISSURE, Side.RIGHT)).isCloseTo(-2, ROUNDING_MM);
    }

    @Test
    void theCornerOfTheMouthAndTheEndOfTheBrowMoveTheirMeasures() {
        FaceMeasures mouth = measured(Side.LEFT, NamedPoint.COMMISSURE, new Point(0, UP_2_MM));
        assertThat(change(mouth, Measure.COMMISSURE_HEIGHT, Side.LEFT)).isCloseTo(2, ROUNDING_MM);
        FaceMeasures brow = measured(Side.LEFT, NamedPoint.BROW_END, new Point(UP_2_MM, 0));
        assertThat(change(brow, Measure.BROW_DISTANCE, null)).isCloseTo(-2, ROUNDING_MM);
    }

    @Test
    void aHiddenIrisThatSomebodySawBringsThePupillaryLineBack() {
        Face hidden = new Face(
                face.landmarks(),
                face.pose(),
                face.poseErrorDeg(),
                Map.of(Side.RIGHT, face.iris(Side.RIGHT).orElseThrow()),
                face.upperLids(),
                face.lowerLids(),
                face.upperBrows(),
                face.scale());
        assertThat(FaceMeasurement.of(hidden).get(Measure.MRD1, Side.LEFT).isKnown())
                .isFalse();
        Point pupil = NamedPoints.of(hidden).at(Side.LEFT, NamedPoint.PUPIL).orElseThrow();
        Face seen = CorrectedFace.of(hidden, only(Side.LEFT, NamedPoint.PUPIL, pupil));
        Estimate mrd1 = FaceMeasurement.of(seen).get(Measure.MRD1, Side.LEFT);
        assertThat(mrd1.value()).isCloseTo(before.get(Measure.MRD1, Side.LEFT).value(), ROUNDING_MM);
        assertThat(mrd1.standardError())
                .as("a hand is less sure than a fitted circle")
                .isGreaterThan(before.get(Measure.MRD1, Side.LEFT).standardError());
    }

    @Test
    void nothingPutRightChangesNothing() {
        assertThat(CorrectedFace.of(face, NamedPoints.NONE)).isSameAs(face);
        Face same = CorrectedFace.of(face, NamedPoints.of(face));
        before.values().forEach((key, value) -> {
            if (value.isKnown()) {
                assertThat(FaceMeasurement.of(same)
                                .get(key.measure(), key.side())
                                .value())
                        .as("%s", key)
                        .isCloseTo(value.value(), ROUNDING_MM);
            }
        });
    }

    private FaceMeasures measured(Side side, NamedPoint name, Point step) {
        Point found = NamedPoints.of(face).at(side, name).orElseThrow();
        return FaceMeasurement.of(CorrectedFace.of(face, only(side, name, found.plus(step))));
    }

    private static NamedPoints only(Side side, NamedPoint name, Point place) {
        return new NamedPoints(Map.of(side, Map.of(name, place)));
    }

    private double change(FaceMeasures after, Measure measure, @Nullable Side side) {
        return after.get(measure, side).value() - before.get(measure, side).value();
    }
}
