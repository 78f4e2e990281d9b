package rhytid.measure;

import java.util.Optional;
import rhytid.face.FaceMesh;
import rhytid.face.Side;
import rhytid.geometry.Point;
import rhytid.geometry.Polyline;

/** Heights of the brows' upper borders above the pupillary line, and how far the brows lie apart. */
final class Brows {

    private Brows() {}

    static void read(FaceGeometry face, Readings readings) {
        for (Side side : Side.values()) {
            if (face.hasPupillaryLine()) {
                heights(face, side, readings);
            } else {
                String reason = Reasons.noPupillaryLine(face);
                readings.unknown(Measure.BROW_MEDIAL, side, reason);
                readings.unknown(Measure.BROW_PUPIL, side, reason);
                readings.unknown(Measure.BROW_LATERAL, side, reason);
            }
        }
        readings.put(Measure.BROW_DISTANCE, null, distance(face), Reasons.noBrowEnd(face));
    }

    private static void heights(FaceGeometry face, Side side, Readings readings) {
        readings.put(
                Measure.BROW_MEDIAL,
                side,
                place(face, Measure.BROW_MEDIAL, side).map(Point::y),
                Reasons.noBrow(side));
        readings.put(
                Measure.BROW_PUPIL, side, place(face, Measure.BROW_PUPIL, side).map(Point::y), Reasons.noBrow(side));
        readings.put(
                Measure.BROW_LATERAL,
                side,
                place(face, Measure.BROW_LATERAL, side).map(Point::y),
                Reasons.noBrow(side));
    }

    /** Where the upper border is read for one of the three brow heights. */
    static Optional<Point> place(FaceGeometry face, Measure height, Side side) {
        double x = switch (height) {
            case BROW_MEDIAL -> face.mesh(FaceMesh.medialCanthus(side)).x();
            case BROW_PUPIL -> face.pupil(side).x();
            case BROW_LATERAL -> face.mesh(FaceMesh.lateralCanthus(side)).x();
            default -> throw new IllegalArgumentException(height + " is no height of a brow");
        };
        Optional<Polyline> border = face.upperBrow(side);
        return border.flatMap(line -> FaceGeometry.heightAt(line, x)).map(y -> new Point(x, y));
    }

    /** Between the medial ends of the brows; nothing where one could not be told: the mesh hardly follows a frown. */
    static Optional<Double> distance(FaceGeometry face) {
        return face.browEnd(Side.LEFT).flatMap(left -> face.browEnd(Side.RIGHT).map(right -> left.x() - right.x()));
    }
}
