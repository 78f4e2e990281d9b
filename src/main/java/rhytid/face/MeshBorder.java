package rhytid.face;

import java.util.List;
import rhytid.geometry.Point;
import rhytid.geometry.Polyline;

/**
 * A border as the mesh has it, for where the photo does not show it. The mesh draws each border a little off the place
 * where the photo's own is found, by a distance that was measured on portraits of the London set with the shipped
 * network; it is moved by that, so that a border found in one photo and taken from the mesh in another are the same
 * border.
 */
enum MeshBorder {
    UPPER_LID(1.3, 0.6),
    LOWER_LID(-0.15, 0.3),
    UPPER_BROW(-1.5, 0.9);

    private final double outwardsMm;
    private final double spreadMm;

    /**
     * @param outwardsMm how far outside of the mesh's line the border is found on average
     * @param spreadMm standard deviation of that distance from face to face
     */
    MeshBorder(double outwardsMm, double spreadMm) {
        this.outwardsMm = outwardsMm;
        this.spreadMm = spreadMm;
    }

    Contour of(FaceLandmarks landmarks, Side side, MillimetreScale scale) {
        Point outwards = this == LOWER_LID ? landmarks.up().times(-1) : landmarks.up();
        Point move = outwards.times(scale.pixels(outwardsMm));
        List<Point> moved =
                landmarks.points(indices(side)).stream().map(p -> p.plus(move)).toList();
        double error = Math.hypot(landmarks.spreadPx(), scale.pixels(spreadMm));
        return new Contour(new Polyline(moved), error, false);
    }

    /** The mesh's points of this border, from medial to lateral. */
    int[] indices(Side side) {
        return switch (this) {
            case UPPER_LID -> FaceMesh.upperLid(side);
            case LOWER_LID -> FaceMesh.lowerLid(side);
            case UPPER_BROW -> FaceMesh.browUpperBorder(side);
        };
    }
}
