package rhytid.quality;

import rhytid.face.Face;
import rhytid.face.FaceMesh;
import rhytid.face.Side;
import rhytid.geometry.Point;

/**
 * How much an eye looks open: where the mesh has the iris there is something unlike the skin around the eye, what lies
 * beside it is lighter, and the lids are apart. The mesh alone does not tell: it puts open lids on closed ones. Also
 * negative for dark glasses and for hair over the eye.
 *
 * <p>The weights are those of Fisher's discriminant ("The use of multiple measurements in taxonomic problems", 1936)
 * between open eyes and the same eyes with the skin of the upper lid drawn over them, on 31 people of the London set
 * (every second one) and 300 generated portraits of 2024; the limit lies where 1 of 62 photos of the former, and none
 * of 31 neutral ones of the other 31 people, is refused. November 2026.
 */
final class EyeOpenness {

    private static final double IRIS_WEIGHT = 1.631;
    private static final double WHITE_WEIGHT = 1.353;
    private static final double LIDS_WEIGHT = 0.72;
    private static final double ZERO = 8.956;

    private static final double IRIS_DISC_MM = 2.5;
    private static final double WHITE_DISC_MM = 1;

    /** From the pupil to what is white of the eye on either side; the iris ends at 5.9. */
    private static final double WHITE_MM = 7.5;

    private static final double LID_MM = 4;
    private static final double LID_DISC_MM = 1.5;
    private static final double BELOW_MM = 5;
    private static final double BELOW_DISC_MM = 2;

    private final FacePicture picture;
    private final Face face;
    private final Side side;

    private EyeOpenness(FacePicture picture, Face face, Side side) {
        this.picture = picture;
        this.face = face;
        this.side = side;
    }

    /** Positive for an open eye, negative for one that is closed or covered. */
    static double of(FacePicture picture, Face face, Side side) {
        return new EyeOpenness(picture, face, side).score();
    }

    private double score() {
        int[] upper = FaceMesh.upperLid(side);
        int[] lower = FaceMesh.lowerLid(side);
        Point top = face.landmarks().point(upper[upper.length / 2]);
        Point bottom = face.landmarks().point(lower[lower.length / 2]);
        Point up = face.landmarks().up().times(face.scale().pxPerMm());
        Patch lid = picture.disc(top.plus(up.times(LID_MM)), LID_DISC_MM);
        Patch below = picture.disc(bottom.minus(up.times(BELOW_MM)), BELOW_DISC_MM);
        Patch iris = picture.disc(face.landmarks().pupil(side), IRIS_DISC_MM);
        double lighter = iris.logLight() - (lid.logLight() + below.logLight()) / 2;
        double redder = iris.redness() - (lid.redness() + below.redness()) / 2;
        return IRIS_WEIGHT * Math.hypot(lighter, 2 * redder)
                + WHITE_WEIGHT * (white() - iris.logLight())
                + LIDS_WEIGHT * face.scale().mm(top.distanceTo(bottom))
                - ZERO;
    }

    /** ln of the light of the lighter side. */
    private double white() {
        Point pupil = face.landmarks().pupil(side);
        Point along = face.landmarks()
                .point(FaceMesh.medialCanthus(side))
                .minus(face.landmarks().point(FaceMesh.lateralCanthus(side)))
                .unit()
                .times(face.scale().pixels(WHITE_MM));
        return Math.max(
                picture.disc(pupil.plus(along), WHITE_DISC_MM).logLight(),
                picture.disc(pupil.minus(along), WHITE_DISC_MM).logLight());
    }
}
