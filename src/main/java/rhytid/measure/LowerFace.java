package rhytid.measure;

import java.util.Arrays;
import java.util.Optional;
import rhytid.face.FaceMesh;
import rhytid.face.Side;
import rhytid.geometry.Point;
import rhytid.geometry.Polyline;

/**
 * The width of the face's outline at the level of the commissures against the width at the zygomatic arches; a strong
 * masseter makes it larger. A ratio, so that neither scale nor a small turn of the head matters much.
 */
final class LowerFace {

    private LowerFace() {}

    static void read(FaceGeometry face, Readings readings) {
        double level = face.mesh(FaceMesh.commissure(Side.RIGHT))
                .towards(face.mesh(FaceMesh.commissure(Side.LEFT)), 0.5)
                .y();
        double zygoma = face.mesh(FaceMesh.zygion(Side.LEFT)).x()
                - face.mesh(FaceMesh.zygion(Side.RIGHT)).x();
        Optional<Double> width = edge(face, Side.LEFT, level)
                .flatMap(left -> edge(face, Side.RIGHT, level).map(right -> left - right));
        readings.put(
                Measure.WIDTH_RATIO,
                null,
                width.map(w -> w / zygoma),
                "the outline of the lower face could not be followed");
    }

    /** How far to the subject's left the outline lies at a height. */
    private static Optional<Double> edge(FaceGeometry face, Side side, double height) {
        Polyline outline = new Polyline(Arrays.stream(outline(side))
                .mapToObj(face::mesh)
                .map(p -> new Point(p.y(), p.x()))
                .toList());
        return FaceGeometry.heightAt(outline, height);
    }

    /** The outline of one side, from the zygomatic arch down to the chin. */
    private static int[] outline(Side side) {
        int[] oval = FaceMesh.oval();
        int[] left = Arrays.stream(oval)
                .dropWhile(index -> index != FaceMesh.zygion(Side.LEFT))
                .takeWhile(index -> index != FaceMesh.MENTON)
                .toArray();
        return side == Side.LEFT
                ? left
                : Arrays.stream(left).map(FaceMesh::mirror).toArray();
    }
}
