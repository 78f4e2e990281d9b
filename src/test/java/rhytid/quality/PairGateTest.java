package rhytid.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rhytid.face.CanonicalFace;
import rhytid.face.Expression;
import rhytid.face.Face;
import rhytid.face.FaceLandmarks;
import rhytid.face.FaceMesh;
import rhytid.face.HeadPose;
import rhytid.face.MillimetreScale;
import rhytid.face.Side;
import rhytid.geometry.Point;
import rhytid.photo.Refusal;

class PairGateTest {

    private final PairGate gate = new PairGate(GateLimits.STANDARD);

    @Test
    void twoPhotosAlikeAreComparable() {
        PairVerdict verdict = gate.judge(fit(0, 0, 8, 0), fit(2, -2, 8, 0.1), Expression.REST);
        assertThat(verdict.comparable()).isTrue();
        assertThat(verdict.warnings()).isEmpty();
    }

    @Test
    void aHeadTurnedDifferentlyIsFirstWarnedOfThenRefused() {
        PairVerdict some = gate.judge(fit(0, 0, 8, 0), fit(0, 4, 8, 0), Expression.REST);
        assertThat(some.comparable()).isTrue();
        assertThat(some.warnings()).extracting(Refusal::code).containsExactly("different-pitch");
        PairVerdict much = gate.judge(fit(-3, 0, 8, 0), fit(3, 0, 8, 0), Expression.REST);
        assertThat(much.refusals()).extracting(Refusal::code).containsExactly("different-yaw");
    }

    @Test
    void lightFromTheOtherSideIsRefused() {
        PairVerdict verdict = gate.judge(fit(0, 0, 8, -0.8), fit(0, 0, 8, 0.8), Expression.REST);
        assertThat(verdict.refusals()).extracting(Refusal::code).containsExactly("different-light");
    }

    @Test
    void aFaceMuchSmallerInOnePhotoIsRefused() {
        PairVerdict verdict = gate.judge(fit(0, 0, 12, 0), fit(0, 0, 3, 0), Expression.REST);
        assertThat(verdict.refusals()).extracting(Refusal::code).containsExactly("different-size");
    }

    @Test
    void lightThatMovedALittleIsTakenOutElsewhere() {
        PairVerdict verdict = gate.judge(fit(0, 0, 8, 0), fit(0, 0, 8, 0.45), Expression.REST);
        assertThat(verdict.comparable()).isTrue();
        assertThat(verdict.warnings()).extracting(Refusal::code).containsExactly("different-light");
    }

    @Test
    void aFaceOfOtherProportionsIsAnotherPerson() {
        PairVerdict verdict = gate.judge(fit(0, 0, 8, 0), wider(1.06), Expression.REST);
        assertThat(verdict.refusals()).extracting(Refusal::code).containsExactly("different-person");
    }

    @Test
    void whatATreatmentMovesDoesNotMakeAnotherPerson() {
        PhotoVerdict.Fit before = fit(0, 0, 8, 0);
        List<Point> points = new ArrayList<>(before.face().landmarks().points());
        for (Side side : Side.values()) {
            for (int index : FaceMesh.browOutline(side)) {
                points.set(index, points.get(index).plus(new Point(0, 4 * 8)));
            }
        }
        PairVerdict verdict = gate.judge(before, with(before, points), Expression.REST);
        assertThat(verdict.comparable()).isTrue();
        assertThat(verdict.warnings()).isEmpty();
    }

    /** The mean face with its outline at temples and cheekbones farther out, its eyes where they are. */
    private static PhotoVerdict.Fit wider(double factor) {
        PhotoVerdict.Fit fit = fit(0, 0, 8, 0);
        List<Point> points = fit.face().landmarks().points().stream()
                .map(p -> Math.abs(p.x()) > 400 ? new Point(p.x() * factor, p.y()) : p)
                .toList();
        return with(fit, points);
    }

    private static PhotoVerdict.Fit with(PhotoVerdict.Fit fit, List<Point> points) {
        Face face = fit.face();
        return new PhotoVerdict.Fit(
                new Face(
                        new FaceLandmarks(points, 1, 0.5),
                        face.pose(),
                        0.5,
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        face.scale()),
                fit.quality(),
                List.of());
    }

    private static PhotoVerdict.Fit fit(double yaw, double pitch, double pxPerMm, double lightFromLeft) {
        List<Point> points = CanonicalFace.vertices().stream()
                .map(v -> seen(v, Math.toRadians(yaw), Math.toRadians(pitch)).times(pxPerMm))
                .toList();
        Face face = new Face(
                new FaceLandmarks(points, 1, 0.5),
                new HeadPose(yaw, pitch, 0),
                0.5,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                new MillimetreScale(pxPerMm, 0.01, "iris"));
        PhotoQuality quality = new PhotoQuality(1, 0.3, 150, Map.of(), 1.2, 0, 0, 0, lightFromLeft, 0);
        return new PhotoVerdict.Fit(face, quality, List.of());
    }

    /** Where a place of the mean face is seen from far away: by pitch, then by yaw. */
    private static Point seen(CanonicalFace.Vertex v, double yaw, double pitch) {
        double up = v.y() * Math.cos(pitch) + v.z() * Math.sin(pitch);
        double near = v.z() * Math.cos(pitch) - v.y() * Math.sin(pitch);
        return new Point(v.x() * Math.cos(yaw) + near * Math.sin(yaw), -up);
    }
}
