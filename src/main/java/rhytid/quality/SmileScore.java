package rhytid.quality;

import rhytid.face.FaceMesh;
import rhytid.face.Side;

/** How much a mouth looks like a smile, from its shape alone. */
final class SmileScore {

    private SmileScore() {}

    static double of(FrontalMesh mesh) {
        int right = FaceMesh.commissure(Side.RIGHT);
        int left = FaceMesh.commissure(Side.LEFT);
        double width = mesh.between(right, left);
        double corners = (mesh.point(right).y() + mesh.point(left).y()) / 2;
        double lips = (mesh.point(FaceMesh.UPPER_LIP_BOTTOM).y()
                        + mesh.point(FaceMesh.LOWER_LIP_TOP).y())
                / 2;
        return (width - 0.84) / 0.045 + (corners - lips - 0.018) / 0.022;
    }
}
