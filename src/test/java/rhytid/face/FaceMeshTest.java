package rhytid.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rhytid.geometry.Point;

class FaceMeshTest {

    @Test
    void mirroringTwiceComesBack() {
        assertThat(IntStream.range(0, FaceLandmarks.COUNT).filter(i -> FaceMesh.mirror(FaceMesh.mirror(i)) != i))
                .isEmpty();
    }

    @Test
    void partnersLieOnTheirOwnSides() {
        for (int i = 0; i < FaceLandmarks.COUNT; i++) {
            double x = CanonicalFace.vertex(i).x();
            assertThat(CanonicalFace.vertex(FaceMesh.mirror(i)).x()).isBetween(-x - 0.02, -x + 0.02);
        }
    }

    @Test
    void leftSideCarriesTheIndicesTheFieldKnows() {
        assertThat(FaceMesh.lateralCanthus(Side.LEFT)).isEqualTo(263);
        assertThat(FaceMesh.medialCanthus(Side.LEFT)).isEqualTo(362);
        assertThat(FaceMesh.browUpperBorder(Side.LEFT)).containsExactly(336, 296, 334, 293, 300);
        assertThat(FaceMesh.upperLid(Side.LEFT)).containsExactly(362, 398, 384, 385, 386, 387, 388, 466, 263);
        assertThat(FaceMesh.irisRim(Side.LEFT)).containsExactly(474, 475, 476, 477);
        assertThat(FaceMesh.commissure(Side.LEFT)).isEqualTo(291);
    }

    @Test
    void midlinePointsMirrorIntoThemselves() {
        assertThat(Arrays.stream(FaceMesh.midline()).filter(i -> FaceMesh.mirror(i) != i))
                .isEmpty();
    }

    @Test
    void aMirroredPicturesPointsComeBackToTheirSides() {
        List<Point> points = CanonicalFace.vertices().stream()
                .map(v -> new Point(v.x() + 100, -v.y()))
                .toList();
        List<Point> mirrored =
                points.stream().map(p -> new Point(255 - p.x(), p.y())).toList();
        List<Point> back = FaceMesh.unmirrored(FaceMesh.unmirrored(mirrored, 127.5), 127.5);
        assertThat(back).isEqualTo(mirrored);
        List<Point> unmirrored = FaceMesh.unmirrored(mirrored, 127.5);
        // The mean face is symmetric: what its mirror image shows on a side is what the other side is.
        Point lateral = unmirrored.get(FaceMesh.lateralCanthus(Side.RIGHT));
        Point expected = points.get(FaceMesh.lateralCanthus(Side.LEFT));
        assertThat(lateral.distanceTo(expected)).isLessThan(0.05);
    }
}
