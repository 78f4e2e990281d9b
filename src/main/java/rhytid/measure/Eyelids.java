package rhytid.measure;

import java.util.Optional;
import rhytid.face.FaceMesh;
import rhytid.face.Side;

/**
 * MRD1 (from the pupil's centre up to the upper lid's margin, negative where the lid covers the centre) and the fissure
 * (from the lower margin up to the upper one, both above each other at the pupil; never negative, 0 in a closed eye).
 */
final class Eyelids {

    private Eyelids() {}

    static void read(FaceGeometry face, Readings readings) {
        for (Side side : Side.values()) {
            if (face.sees(side)) {
                readings.put(Measure.MRD1, side, mrd1(face, side), Reasons.noLid(side));
            } else {
                readings.unknown(Measure.MRD1, side, Reasons.noIris(side));
            }
            readings.put(Measure.FISSURE, side, fissure(face, side), Reasons.noLid(side));
        }
    }

    static Optional<Double> mrd1(FaceGeometry face, Side side) {
        return upperMargin(face, side).map(y -> y - face.pupil(side).y());
    }

    private static Optional<Double> fissure(FaceGeometry face, Side side) {
        return upperMargin(face, side)
                .flatMap(upper -> face.lowerLid(side)
                        .flatMap(line -> FaceGeometry.heightAt(line, column(face, side)))
                        .map(lower -> Math.max(0, upper - lower)));
    }

    private static Optional<Double> upperMargin(FaceGeometry face, Side side) {
        return face.upperLid(side).flatMap(line -> FaceGeometry.heightAt(line, column(face, side)));
    }

    /** Where along the pupillary line the lids are read: at the pupil, or midway between the canthi of a closed eye. */
    private static double column(FaceGeometry face, Side side) {
        return face.sees(side)
                ? face.pupil(side).x()
                : face.mesh(FaceMesh.medialCanthus(side))
                        .towards(face.mesh(FaceMesh.lateralCanthus(side)), 0.5)
                        .x();
    }
}
