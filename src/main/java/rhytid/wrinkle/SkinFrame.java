package rhytid.wrinkle;

import rhytid.face.Face;
import rhytid.face.FaceLandmarks;
import rhytid.face.Side;
import rhytid.geometry.Affine;
import rhytid.geometry.Box;
import rhytid.geometry.Point;

/**
 * The millimetre frame of a face: the origin lies midway between the pupils, x runs along the pupillary line to the
 * right of the picture, y down along the facial vertical. A pair shares the baseline's.
 *
 * @param photoToMm from pixels of the photo to millimetres
 */
record SkinFrame(Affine photoToMm) {

    static SkinFrame of(Face face) {
        return of(face.landmarks(), face.scale().pxPerMm());
    }

    static SkinFrame of(FaceLandmarks mesh, double pxPerMm) {
        Point right = mesh.pupil(Side.RIGHT);
        Point left = mesh.pupil(Side.LEFT);
        Point along = left.minus(right);
        double turn = -Math.atan2(along.y(), along.x());
        Affine turned = Affine.similarity(1 / pxPerMm, turn, new Point(0, 0));
        return new SkinFrame(
                turned.movedBy(turned.apply(right.towards(left, 0.5)).times(-1)));
    }

    /** The frame in which a second photo lies over this one. */
    SkinFrame through(Affine otherToThisPhoto) {
        return new SkinFrame(otherToThisPhoto.then(photoToMm));
    }

    double pxPerMm() {
        return 1 / photoToMm.scale();
    }

    Affine mmToPhoto() {
        return photoToMm.inverse();
    }

    Point mm(Point photo) {
        return photoToMm.apply(photo);
    }

    /** An empty raster over a part of the face. */
    static Raster raster(Box mm, double pxPerMm) {
        int width = (int) Math.ceil(mm.width() * pxPerMm) + 1;
        int height = (int) Math.ceil(mm.height() * pxPerMm) + 1;
        return new Raster(new float[width * height], width, height, mm.x(), mm.y(), pxPerMm);
    }
}
