package rhytid.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rhytid.face.CanonicalFace;
import rhytid.face.Expression;
import rhytid.face.Face;
import rhytid.face.FaceLandmarks;
import rhytid.face.HeadPose;
import rhytid.face.MillimetreScale;
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

    private static PhotoVerdict.Fit fit(double yaw, double pitch, double pxPerMm, double lightFromLeft) {
        List<Point> points = CanonicalFace.vertices().stream()
                .map(v -> new Point(v.x() * pxPerMm, -v.y() * pxPerMm))
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
}
