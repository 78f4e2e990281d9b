package rhytid.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rhytid.face.CanonicalFace;
import rhytid.face.Contour;
import rhytid.face.Face;
import rhytid.face.FaceLandmarks;
import rhytid.face.FaceMesh;
import rhytid.face.HeadPose;
import rhytid.face.MillimetreScale;
import rhytid.face.Side;
import rhytid.geometry.Point;
import rhytid.geometry.Polyline;

class PatientPoseTest {

    @Test
    void photosDifferByMoreThanTheNetworkSawAndShareWhatTheyShared() {
        // Points that nod by 2.55° are of a head that nodded by 3°; what the whole fit read of it does not count.
        Face down = face(-1.55, 1);
        Face up = face(1, 2);
        PatientPose pose = PatientPose.of(List.of(down, up));
        HeadPose lower = pose.lock(down).pose();
        HeadPose higher = pose.lock(up).pose();
        assertThat(higher.pitch() - lower.pitch()).isCloseTo(3, within(0.05));
        assertThat((higher.pitch() + lower.pitch()) / 2).isCloseTo(1.5, within(1e-9));
        assertThat(higher.yaw()).isEqualTo(-1);
    }

    @Test
    void aHeadHeldAlikeIsLeftAsItWasRead() {
        Face face = face(2, -7);
        assertThat(PatientPose.of(List.of(face, face)).lock(face)).isEqualTo(face);
    }

    @Test
    void browsThatRiseAreNoNod() {
        // What 5 mm higher brows make of the network's points: a nod that would be read as 0.7°.
        Face low = face(0, 0, 0);
        Face high = face(0.59, 1, 5);
        PatientPose pose = PatientPose.of(List.of(low, high));
        assertThat(pose.lock(high).pose().pitch() - pose.lock(low).pose().pitch())
                .isCloseTo(0, within(0.05));
    }

    @Test
    void withoutAFaceThereIsNoPose() {
        assertThatThrownBy(() -> PatientPose.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static Face face(double turnedDeg, double readDeg) {
        return face(turnedDeg, readDeg, 0);
    }

    /** The mean face as it is seen from a metre away, its points turned by one angle, its pose read as another. */
    private static Face face(double turnedDeg, double readDeg, double browsHigherMm) {
        double angle = Math.toRadians(turnedDeg);
        List<Point> points = CanonicalFace.vertices().stream()
                .map(v -> {
                    double up = v.y() * Math.cos(angle) + v.z() * Math.sin(angle);
                    double near = v.z() * Math.cos(angle) - v.y() * Math.sin(angle);
                    return new Point(500 + 10_000 * v.x() / (1000 - near), 600 - 10_000 * up / (1000 - near));
                })
                .toList();
        Map<Side, Contour> brows = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            List<Point> border = Arrays.stream(FaceMesh.browUpperBorder(side))
                    .mapToObj(points::get)
                    .map(p -> p.plus(new Point(0, -10 * browsHigherMm)))
                    .toList();
            brows.put(side, new Contour(new Polyline(border), 1, true));
        }
        return new Face(
                new FaceLandmarks(points, 1, 0),
                new HeadPose(-1, readDeg, 0),
                0.1,
                Map.of(),
                Map.of(),
                Map.of(),
                brows,
                new MillimetreScale(10, 0.01, "iris"));
    }
}
