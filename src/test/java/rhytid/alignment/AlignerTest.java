package rhytid.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rhytid.face.CanonicalFace;
import rhytid.face.Face;
import rhytid.face.FaceLandmarks;
import rhytid.face.FaceMesh;
import rhytid.face.HeadPose;
import rhytid.face.MillimetreScale;
import rhytid.face.Side;
import rhytid.geometry.Affine;
import rhytid.geometry.Point;

class AlignerTest {

    private static final double PX_PER_MM = 6;
    private static final double ROUNDING_PX = 1e-6;

    @Test
    void turnedAndScaledFaceLiesOverItselfAgain() {
        Face baseline = face(Affine.IDENTITY);
        Affine turn = Affine.similarityAbout(new Point(300, 400), 0.8, 0.2);
        Alignment alignment = Aligner.align(baseline, face(turn));
        Point anywhere = new Point(123, 456);
        assertThat(alignment.followUpToBaseline().apply(turn.apply(anywhere)).distanceTo(anywhere))
                .isLessThan(ROUNDING_PX);
        assertThat(alignment.residualMmP95()).isLessThan(ROUNDING_PX);
    }

    @Test
    void raisedBrowsAndAnOpenMouthDoNotMoveTheFace() {
        Face baseline = face(Affine.IDENTITY);
        List<Point> moved = new ArrayList<>(baseline.landmarks().points());
        for (Side side : Side.values()) {
            for (int i : FaceMesh.browUpperBorder(side)) {
                moved.set(i, moved.get(i).plus(new Point(0, -30)));
            }
        }
        for (int i : FaceMesh.outerLips()) {
            moved.set(i, moved.get(i).plus(new Point(5, 20)));
        }
        Point anywhere = new Point(10, 20);
        assertThat(Aligner.align(baseline, with(moved))
                        .followUpToBaseline()
                        .apply(anywhere)
                        .distanceTo(anywhere))
                .isLessThan(ROUNDING_PX);
    }

    @Test
    void oneBadPointHardlyTurnsTheFace() {
        Face baseline = face(Affine.IDENTITY);
        List<Point> moved = new ArrayList<>(baseline.landmarks().points());
        int canthus = FaceMesh.lateralCanthus(Side.LEFT);
        moved.set(canthus, moved.get(canthus).plus(new Point(3 * PX_PER_MM, 0)));
        Alignment alignment = Aligner.align(baseline, with(moved));
        Point brow = baseline.landmarks().point(105);
        assertThat(alignment.followUpToBaseline().apply(brow).distanceTo(brow) / PX_PER_MM)
                .isEqualTo(0, within(0.1));
        assertThat(alignment.residualMmMedian()).isLessThan(0.1);
    }

    private static Face face(Affine next) {
        List<Point> mesh = new ArrayList<>();
        for (CanonicalFace.Vertex v : CanonicalFace.vertices()) {
            mesh.add(next.apply(new Point(PX_PER_MM * v.x() + 500, 600 - PX_PER_MM * v.y())));
        }
        return with(mesh);
    }

    private static Face with(List<Point> mesh) {
        return new Face(
                new FaceLandmarks(mesh, 1, 0.1),
                new HeadPose(0, 0, 0),
                0.5,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                new MillimetreScale(PX_PER_MM, 0.01, "iris"));
    }
}
