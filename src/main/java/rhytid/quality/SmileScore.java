package rhytid.quality;

import rhytid.face.FaceMesh;
import rhytid.face.Side;

/**
 * How much a mouth looks like a smile, from its shape in one photo: wide against the nose, corners up, lips apart,
 * cheeks up.
 *
 * <p>The weights are those of Fisher's discriminant between the neutral and the smiling photo of 31 people of the
 * London set (every second one), smiles whose corners moved by less than 4 mm left out; 0 lies between them. November
 * 2026. People whose mouths curve up at rest come near it: with another photo of the same person at hand, what moved
 * says more.
 */
final class SmileScore {

    private static final double WIDTH_WEIGHT = 19.98;
    private static final double CORNERS_WEIGHT = 47.85;
    private static final double GAP_WEIGHT = 9.64;
    private static final double CHEEKS_WEIGHT = 86.28;
    private static final double ZERO = 32.2;

    private SmileScore() {}

    static double of(FrontalMesh mesh) {
        int right = FaceMesh.commissure(Side.RIGHT);
        int left = FaceMesh.commissure(Side.LEFT);
        double width = mesh.between(right, left) / mesh.between(FaceMesh.ala(Side.RIGHT), FaceMesh.ala(Side.LEFT));
        double lips = height(mesh, FaceMesh.UPPER_LIP_BOTTOM, FaceMesh.LOWER_LIP_TOP);
        double cheeks = height(mesh, FaceMesh.besideNose(Side.RIGHT), FaceMesh.besideNose(Side.LEFT))
                - mesh.point(FaceMesh.SUBNASALE).y();
        return WIDTH_WEIGHT * width
                + CORNERS_WEIGHT * (height(mesh, right, left) - lips)
                + GAP_WEIGHT * mesh.between(FaceMesh.UPPER_LIP_BOTTOM, FaceMesh.LOWER_LIP_TOP)
                + CHEEKS_WEIGHT * cheeks
                - ZERO;
    }

    private static double height(FrontalMesh mesh, int one, int other) {
        return (mesh.point(one).y() + mesh.point(other).y()) / 2;
    }
}
