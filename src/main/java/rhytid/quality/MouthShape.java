package rhytid.quality;

import rhytid.face.Face;
import rhytid.face.FaceMesh;
import rhytid.face.Side;

/** The shape of the mouth as the mesh has it. */
final class MouthShape {

    private MouthShape() {}

    /** From corner to corner, as a share of the interpupillary distance. */
    static double width(Face face) {
        return face.landmarks()
                        .point(FaceMesh.commissure(Side.RIGHT))
                        .distanceTo(face.landmarks().point(FaceMesh.commissure(Side.LEFT)))
                / face.landmarks().interpupillaryPx();
    }
}
