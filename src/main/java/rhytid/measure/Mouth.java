package rhytid.measure;

import rhytid.face.FaceMesh;
import rhytid.face.Side;

/** Heights of the corners of the mouth against the pupillary line (below it, so negative), and what gum shows. */
final class Mouth {

    /** The lips are apart from this gap on, mm: closed lips of the mesh still lie some tenths apart. */
    private static final double PARTED_MM = 2;

    private Mouth() {}

    static void read(FaceGeometry face, Readings readings) {
        for (Side side : Side.values()) {
            if (face.hasPupillaryLine()) {
                double height = face.mesh(FaceMesh.commissure(side)).y();
                readings.put(Measure.COMMISSURE_HEIGHT, side, height);
            } else {
                readings.unknown(Measure.COMMISSURE_HEIGHT, side, Reasons.noPupillaryLine(face));
            }
        }
        readings.unknown(
                Measure.GINGIVAL_SHOW,
                null,
                lipGap(face) < PARTED_MM
                        ? "the lips are closed: gum shows in a smile only"
                        : "where teeth end and gum begins is not measured yet");
    }

    private static double lipGap(FaceGeometry face) {
        return face.mesh(FaceMesh.UPPER_LIP_BOTTOM).y()
                - face.mesh(FaceMesh.LOWER_LIP_TOP).y();
    }
}
