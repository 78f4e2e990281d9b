package rhytid.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rhytid.face.Face;
import rhytid.face.FaceLandmarks;
import rhytid.face.HeadPose;
import rhytid.face.Iris;
import rhytid.face.MillimetreScale;
import rhytid.face.Side;
import rhytid.geometry.Point;

class PatientScaleTest {

    @Test
    void photosOfAnyResolutionAgreeOnTheMillimetresBetweenThePupils() {
        PatientScale scale =
                PatientScale.of(List.of(face(620, 117), face(310, 58.5))).orElseThrow();
        assertThat(scale.interpupillaryMm()).isCloseTo(62, within(1e-9));
    }

    @Test
    void anIrisMisjudgedInOnePhotoLeavesThatPhotosScaleAlone() {
        Face right = face(620, 117);
        Face wrong = face(620, 123);
        PatientScale scale = PatientScale.of(List.of(right, wrong)).orElseThrow();
        assertThat(scale.lock(wrong).scale().pxPerMm())
                .isEqualTo(scale.lock(right).scale().pxPerMm());
    }

    @Test
    void aHeadTurnedAwayShowsItsPupilsNearerAndKeepsItsScale() {
        double turned = 620 * Math.cos(Math.toRadians(4));
        PatientScale scale = PatientScale.of(List.of(face(620, 117))).orElseThrow();
        assertThat(scale.lock(face(turned, 117, 4)).scale().pxPerMm()).isCloseTo(10, within(1e-9));
    }

    @Test
    void itIsSaidWhenIrisesAndPupilsTellDifferentScales() {
        Face right = face(620, 117);
        Face wrong = face(620, 129);
        PatientScale scale = PatientScale.of(List.of(right, wrong)).orElseThrow();
        assertThat(scale.warning(right).orElseThrow().code()).isEqualTo("scale-uncertain");
        assertThat(scale.warning(wrong).orElseThrow().value()).isCloseTo(4.7, within(0.5));
    }

    @Test
    void nothingIsSaidOfWhatRetakingAPhotoChanges() {
        Face one = face(620, 117);
        Face two = face(620, 118);
        PatientScale scale = PatientScale.of(List.of(one, two)).orElseThrow();
        assertThat(scale.warning(one)).isEmpty();
        assertThat(scale.warning(two)).isEmpty();
    }

    @Test
    void withoutAnIrisThereIsNoScaleToLock() {
        Face blind = blind();
        assertThat(PatientScale.of(List.of(blind))).isEmpty();
        PatientScale scale = PatientScale.of(List.of(face(620, 117))).orElseThrow();
        assertThat(scale.lock(blind)).isSameAs(blind);
        assertThat(scale.warning(blind)).isEmpty();
    }

    private static Face face(double apartPx, double irisPx) {
        return face(apartPx, irisPx, 0);
    }

    private static Face face(double apartPx, double irisPx, double yaw) {
        Map<Side, Iris> irises = new EnumMap<>(Side.class);
        irises.put(Side.RIGHT, new Iris(new Point(1000, 900), irisPx, 0.5, true));
        irises.put(Side.LEFT, new Iris(new Point(1000 + apartPx, 900), irisPx, 0.5, true));
        return face(irises, yaw, new MillimetreScale(irisPx / 11.7, 0.01, "iris"));
    }

    private static Face blind() {
        return face(Map.of(), 0, new MillimetreScale(10, 0.06, "interpupillary-distance"));
    }

    private static Face face(Map<Side, Iris> irises, double yaw, MillimetreScale scale) {
        List<Point> mesh = new ArrayList<>();
        for (int i = 0; i < FaceLandmarks.COUNT; i++) {
            mesh.add(new Point(i, i));
        }
        return new Face(
                new FaceLandmarks(mesh, 1, 0.5),
                new HeadPose(yaw, 0, 0),
                0.5,
                irises,
                Map.of(),
                Map.of(),
                Map.of(),
                scale);
    }
}
