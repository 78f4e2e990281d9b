package rhytid.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import rhytid.face.Contour;
import rhytid.face.Face;
import rhytid.face.FaceLandmarks;
import rhytid.face.FaceMesh;
import rhytid.face.HeadPose;
import rhytid.face.Iris;
import rhytid.face.Side;
import rhytid.geometry.Affine;
import rhytid.geometry.Point;
import rhytid.geometry.Polyline;

class FaceMeasurementTest {

    private static final Offset<Double> ROUNDING_MM = within(1e-6);

    /** The places along the pupillary line are read in the turned face, where a border's corners shift a little. */
    private static final Offset<Double> TURNED_BORDER_MM = within(0.02);

    private static final List<Measure> HEIGHTS_OF_BROW =
            List.of(Measure.BROW_MEDIAL, Measure.BROW_PUPIL, Measure.BROW_LATERAL);

    private static final List<Measure> SIGNED = List.of(
            Measure.SYMMETRY_BROW_PUPIL,
            Measure.SYMMETRY_BROW_LATERAL,
            Measure.SYMMETRY_MRD1,
            Measure.SYMMETRY_COMMISSURE);

    @Property
    void millimetresStayWhenThePictureIsTurnedScaledAndMoved(
            @ForAll @DoubleRange(min = 0.3, max = 3) double scale,
            @ForAll @DoubleRange(min = -3, max = 3) double angle,
            @ForAll @DoubleRange(min = -900, max = 900) double move) {
        SyntheticFace face = SyntheticFace.plain().browLifted(Side.LEFT, 2);
        FaceMeasures plain = FaceMeasurement.of(face.face());
        FaceMeasures moved = FaceMeasurement.of(face.seenBy(Affine.similarity(scale, angle, new Point(move, -move)))
                .face());
        plain.values().forEach((key, value) -> {
            Estimate other = moved.get(key.measure(), key.side());
            assertThat(other.isKnown()).as("%s", key).isEqualTo(value.isKnown());
            if (value.isKnown()) {
                assertThat(other.value()).as("%s", key).isCloseTo(value.value(), ROUNDING_MM);
            }
        });
    }

    @Property
    void aMirroredFaceSwapsSidesAndTurnsTheSignOfSymmetry(
            @ForAll @DoubleRange(min = -4, max = 4) double lift,
            @ForAll @DoubleRange(min = -8, max = 8) double yaw,
            @ForAll @DoubleRange(min = -8, max = 8) double pitch) {
        Face face = SyntheticFace.plain()
                .browLifted(Side.RIGHT, lift)
                .lidDropped(Side.LEFT, 1)
                .posed(yaw, pitch)
                .face();
        FaceMeasures plain = FaceMeasurement.of(face);
        FaceMeasures mirrored = FaceMeasurement.of(mirrored(face));
        plain.values().forEach((key, value) -> {
            Side side = key.side();
            Estimate other = mirrored.get(key.measure(), side == null ? null : side.other());
            double sign = SIGNED.contains(key.measure()) ? -1 : 1;
            if (value.isKnown()) {
                assertThat(other.value()).as("%s", key).isCloseTo(sign * value.value(), ROUNDING_MM);
                assertThat(other.standardError()).as("%s", key).isCloseTo(value.standardError(), ROUNDING_MM);
            }
        });
    }

    @Property
    void aBrowMovedByADistanceIsMeasuredByIt(@ForAll Side side, @ForAll @DoubleRange(min = -6, max = 6) double lift) {
        FaceMeasures before = FaceMeasurement.of(SyntheticFace.plain().face());
        FaceMeasures after =
                FaceMeasurement.of(SyntheticFace.plain().browLifted(side, lift).face());
        for (Measure height : HEIGHTS_OF_BROW) {
            assertThat(after.get(height, side).value()
                            - before.get(height, side).value())
                    .isCloseTo(lift, ROUNDING_MM);
            assertThat(after.get(height, side.other()).value())
                    .isCloseTo(before.get(height, side.other()).value(), ROUNDING_MM);
        }
        double sign = side == Side.LEFT ? 1 : -1;
        assertThat(after.get(Measure.SYMMETRY_BROW_PUPIL).value()
                        - before.get(Measure.SYMMETRY_BROW_PUPIL).value())
                .as("though the network's points lean along")
                .isCloseTo(sign * lift, within(0.02 * Math.abs(lift) + 1e-6));
    }

    @Property
    void aHeadTurnedAndNoddedMeasuresAsOneThatIsNot(
            @ForAll @DoubleRange(min = -11, max = 11) double yaw,
            @ForAll @DoubleRange(min = -11, max = 11) double pitch) {
        FaceMeasures plain = FaceMeasurement.of(SyntheticFace.plain().face());
        FaceMeasures turned =
                FaceMeasurement.of(SyntheticFace.plain().posed(yaw, pitch).face());
        plain.values().forEach((key, value) -> {
            if (value.isKnown()) {
                assertThat(turned.get(key.measure(), key.side()).value())
                        .as("%s", key)
                        .isCloseTo(value.value(), TURNED_BORDER_MM);
            }
        });
    }

    @Test
    void uncorrectedDepthCostsAsMuchAsTheNodSays() {
        Face level = SyntheticFace.plain().face();
        Face nodded = SyntheticFace.plain().posed(0, 3).face();
        Map<MeasureKey, Double> errors = FaceMeasurement.depthErrorOfChange(level, nodded);
        double expected = FaceDepth.ERROR_MM * Math.tan(Math.toRadians(3));
        assertThat(errors.get(new MeasureKey(Measure.BROW_PUPIL, Side.LEFT))).isCloseTo(expected, within(0.01));
        // A lid lies on the eyeball and follows the gaze.
        assertThat(errors.get(new MeasureKey(Measure.MRD1, Side.LEFT))).isCloseTo(expected / 4, within(0.01));
        assertThat(FaceMeasurement.depthErrorOfChange(nodded, nodded).values()).allMatch(error -> error == 0);
    }

    @Test
    void aClosedEyeHasAFissureOfZero() {
        Face face = SyntheticFace.plain().face();
        Face closed = new Face(
                face.landmarks(),
                face.pose(),
                face.poseErrorDeg(),
                Map.of(Side.RIGHT, face.irises().get(Side.RIGHT)),
                Map.of(
                        Side.RIGHT, face.upperLids().get(Side.RIGHT),
                        Side.LEFT, face.lowerLids().get(Side.LEFT)),
                face.lowerLids(),
                face.upperBrows(),
                face.scale());
        FaceMeasures measures = FaceMeasurement.of(closed);
        assertThat(measures.get(Measure.FISSURE, Side.LEFT).value()).isZero();
        assertThat(measures.get(Measure.FISSURE, Side.RIGHT).value()).isPositive();
        assertThat(measures.get(Measure.MRD1, Side.LEFT).reason()).isEqualTo("the left iris is not visible");
        assertThat(measures.get(Measure.MRD1, Side.RIGHT).isKnown()).isTrue();
        assertThat(measures.get(Measure.BROW_PUPIL, Side.RIGHT).reason()).contains("left iris", "pupillary line");
        assertThat(measures.get(Measure.SYMMETRY_MRD1).reason()).contains("left iris");
        assertThat(measures.get(Measure.BROW_PUPIL, Side.RIGHT).value()).isNaN();
    }

    @Test
    void aLidBelowThePupilHasANegativeMrd1() {
        FaceMeasures open = FaceMeasurement.of(SyntheticFace.plain().face());
        double margin = open.get(Measure.MRD1, Side.RIGHT).value();
        FaceMeasures dropped = FaceMeasurement.of(
                SyntheticFace.plain().lidDropped(Side.RIGHT, margin + 0.8).face());
        assertThat(dropped.get(Measure.MRD1, Side.RIGHT).value()).isCloseTo(-0.8, ROUNDING_MM);
        assertThat(dropped.get(Measure.SYMMETRY_MRD1).value()).isCloseTo(margin + 0.8, ROUNDING_MM);
    }

    @Test
    void theMeanFaceIsSymmetric() {
        FaceMeasures measures = FaceMeasurement.of(SyntheticFace.plain().face());
        SIGNED.forEach(measure -> assertThat(measures.get(measure).value()).isCloseTo(0, ROUNDING_MM));
        assertThat(measures.get(Measure.SYMMETRY_INDEX).value()).isCloseTo(0, ROUNDING_MM);
        assertThat(measures.get(Measure.SYMMETRY_INDEX).standardError()).isPositive();
    }

    @Test
    void gumIsUnknownAndNotZero() {
        Estimate gum = FaceMeasurement.of(SyntheticFace.plain().face()).get(Measure.GINGIVAL_SHOW);
        assertThat(gum.isKnown()).isFalse();
        assertThat(gum.reason()).isNotBlank();
    }

    @Test
    void everyMeasureIsAnswered() {
        FaceMeasures measures = FaceMeasurement.of(SyntheticFace.plain().face());
        int expected = Arrays.stream(Measure.values())
                .mapToInt(measure -> measure.sided() ? 2 : 1)
                .sum();
        assertThat(measures.values()).hasSize(expected);
    }

    @Test
    void movementIsWhatWasMoved() {
        SyntheticFace rest = SyntheticFace.plain();
        Face raised = rest.browLifted(Side.RIGHT, 6)
                .browLifted(Side.LEFT, 8)
                .posed(2, -3)
                .face();
        Estimate rise = Movement.BROW_RAISE.between(rest.face(), raised);
        assertThat(rise.value()).isCloseTo(7, TURNED_BORDER_MM);
        assertThat(rise.standardError()).isBetween(0.05, 1.0);
        Estimate smile = Movement.SMILE.between(rest.face(), rest.smiling(9).face());
        assertThat(smile.value()).isCloseTo(9, ROUNDING_MM);
    }

    /** The photo in a mirror: the picture's x axis turns about, and so do yaw and roll; the sides swap. */
    private static Face mirrored(Face face) {
        Affine mirror = new Affine(-1, 0, 2400, 0, 1, 0);
        FaceLandmarks mesh = new FaceLandmarks(
                FaceMesh.unmirrored(face.landmarks().points(), 1200),
                face.landmarks().presence(),
                face.landmarks().spreadPx());
        Map<Side, Iris> irises = new EnumMap<>(Side.class);
        face.irises()
                .forEach((side, iris) -> irises.put(
                        side.other(),
                        new Iris(
                                mirror.apply(iris.centre()),
                                iris.diameterPx(),
                                iris.diameterErrorPx(),
                                iris.refined())));
        Map<Side, Point> ends = new EnumMap<>(Side.class);
        face.browEnds().forEach((side, end) -> ends.put(side.other(), mirror.apply(end)));
        return new Face(
                mesh,
                new HeadPose(
                        -face.pose().yaw(), face.pose().pitch(), -face.pose().roll()),
                face.poseErrorDeg(),
                irises,
                mirrored(face.upperLids(), mirror),
                mirrored(face.lowerLids(), mirror),
                mirrored(face.upperBrows(), mirror),
                ends,
                face.scale());
    }

    private static Map<Side, Contour> mirrored(Map<Side, Contour> borders, Affine mirror) {
        Map<Side, Contour> swapped = new EnumMap<>(Side.class);
        borders.forEach((side, border) -> swapped.put(
                side.other(),
                new Contour(
                        new Polyline(border.line().transformed(mirror).points()), border.errorPx(), border.refined())));
        return swapped;
    }
}
