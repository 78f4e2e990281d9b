package rhytid.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rhytid.geometry.Point;
import rhytid.geometry.Polyline;
import rhytid.photo.Photo;

/** Painted eyes and brows: what is found against where it was put. */
class RefinementTest {

    /** The project's goal for an iris's diameter. */
    private static final double IRIS_GOAL = 0.015;

    /** A quarter of the goal for a moved brow: painted borders are sharper than hair. */
    private static final double PAINTED_BORDER_MM = 0.08;

    /** Where the lid hangs far off the mesh's, its ends in the canthi hold it a little. */
    private static final double PULL_OF_THE_MESH_MM = 0.15;

    @ParameterizedTest
    @CsvSource({"11.7,6,1,2", "10.9,6,1,2", "12.5,6,2,4", "11.7,3,1,3", "11.7,12,4,3"})
    void findsTheIrisThatTheMeshHasTooLarge(double irisMm, double pxPerMm, double blurPx, double noise) {
        DrawnFace face = new DrawnFace(DrawnFace.Truth.USUAL.withScale(pxPerMm).withIris(irisMm));
        for (Iris iris : irises(face, blurPx, noise).values()) {
            assertThat(iris.refined()).isTrue();
            assertThat(iris.diameterPx() / pxPerMm / irisMm).isCloseTo(1, within(IRIS_GOAL));
            assertThat(iris.diameterErrorPx() / iris.diameterPx()).isLessThan(IRIS_GOAL);
        }
    }

    @Test
    void theIrisesCentreIsFoundUnderLidsThatHideItsTop() {
        DrawnFace face = new DrawnFace(DrawnFace.Truth.USUAL.withUpperLid(2.5));
        irises(face, 1, 2)
                .forEach((side, iris) -> assertThat(iris.centre().distanceTo(face.irisCentre(side)))
                        .isLessThan(0.15 * 6));
    }

    @Test
    void closedLidsShowNoIris() {
        DrawnFace face = new DrawnFace(new DrawnFace.Truth(6, 11.7, -1.8, 2.2, 0, 60, 1));
        for (Side side : Side.values()) {
            assertThat(MeshIris.of(face.mesh(), side)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-2.5, -1, 0, 1, 2.5})
    void findsTheBrowWhereItWasMovedTo(double mm) {
        DrawnFace face = new DrawnFace(DrawnFace.Truth.USUAL.withBrow(mm));
        try (Photo photo = face.photo(1, 3)) {
            for (Side side : Side.values()) {
                Contour brow =
                        BrowBorder.of(photo, face.mesh(), side, face.scale()).orElseThrow();
                assertThat(brow.refined()).isTrue();
                assertThat(offMm(brow.line(), face.browAbovePupil(side), face)).isCloseTo(0, within(PAINTED_BORDER_MM));
            }
        }
    }

    @Test
    void aBrowAsPaleAsTheSkinIsNotMadeUp() {
        DrawnFace face = new DrawnFace(DrawnFace.Truth.USUAL.withHair(170));
        try (Photo photo = face.photo(1, 3)) {
            assertThat(BrowBorder.of(photo, face.mesh(), Side.RIGHT, face.scale()))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {2.2, 3.0, 3.8, 4.6})
    void findsTheUpperLidThatHangsLowerOrHigherThanTheMeshHasIt(double mm) {
        DrawnFace painted = new DrawnFace(DrawnFace.Truth.USUAL.withUpperLid(mm));
        // The mesh has the lid of the usual eye.
        FaceLandmarks mesh = new DrawnFace(DrawnFace.Truth.USUAL).mesh();
        try (Photo photo = painted.photo(1, 3)) {
            Contour lid = LidMargin.of(photo, mesh, LidMargin.Lid.UPPER, FaceMesh.upperLid(Side.LEFT), painted.scale())
                    .orElseThrow();
            assertThat(offMm(lid.line(), painted.upperLidAtPupil(Side.LEFT), painted))
                    .isCloseTo(0, within(PULL_OF_THE_MESH_MM));
        }
    }

    @Test
    void findsTheLowerLidBelowIrisAndWhite() {
        DrawnFace face = new DrawnFace(DrawnFace.Truth.USUAL.withIris(9));
        try (Photo photo = face.photo(1, 3)) {
            Contour lid = LidMargin.of(
                            photo, face.mesh(), LidMargin.Lid.LOWER, FaceMesh.lowerLid(Side.RIGHT), face.scale())
                    .orElseThrow();
            assertThat(offMm(lid.line(), face.lowerLidAtPupil(Side.RIGHT), face))
                    .isCloseTo(0, within(0.1));
        }
    }

    @Test
    void withoutIrisesTheScaleSaysHowLittleItKnows() {
        DrawnFace face = new DrawnFace(DrawnFace.Truth.USUAL);
        MillimetreScale scale = ScaleReading.of(face.mesh(), Map.of());
        assertThat(scale.source()).isEqualTo("interpupillary-distance");
        assertThat(scale.pxPerMm()).isCloseTo(6, within(0.1));
        assertThat(scale.relativeError()).isCloseTo(0.06, within(0.001));
    }

    @Test
    void twoIrisesGiveASurerScaleThanOne() {
        DrawnFace face = new DrawnFace(DrawnFace.Truth.USUAL);
        Iris right = new Iris(face.irisCentre(Side.RIGHT), 70, 1, true);
        Iris left = new Iris(face.irisCentre(Side.LEFT), 71, 1, true);
        MillimetreScale both = ScaleReading.of(face.mesh(), Map.of(Side.RIGHT, right, Side.LEFT, left));
        MillimetreScale one = ScaleReading.of(face.mesh(), Map.of(Side.RIGHT, right));
        assertThat(both.pxPerMm()).isCloseTo(70.5 / 11.7, within(1e-9));
        assertThat(both.relativeError()).isLessThan(one.relativeError());
    }

    private static Map<Side, Iris> irises(DrawnFace face, double blurPx, double noise) {
        FaceLandmarks mesh = face.mesh();
        Map<Side, Iris> start = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            start.put(side, MeshIris.of(mesh, side).orElseThrow());
        }
        try (Photo photo = face.photo(blurPx, noise)) {
            return LimbusFit.of(photo, mesh, start);
        }
    }

    /** How far above a place the line runs, in mm. */
    private static double offMm(Polyline line, Point place, DrawnFace face) {
        Point nearest = line.resampled(400).points().stream()
                .min(java.util.Comparator.comparingDouble(p -> Math.abs(p.x() - place.x())))
                .orElseThrow();
        return face.scale().mm(place.y() - nearest.y());
    }
}
