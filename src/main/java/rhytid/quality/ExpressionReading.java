package rhytid.quality;

import java.util.function.ToDoubleFunction;
import rhytid.face.Contour;
import rhytid.face.Face;
import rhytid.face.FaceMesh;
import rhytid.face.Side;
import rhytid.geometry.Point;

/**
 * What brows, lids and mouth do in one photo: lengths as shares of the interpupillary distance, as if the head faced
 * the camera. Kept of a visit's photo at rest, it is what the other expressions of that visit are held against; it can
 * be stored, it holds nothing but these numbers. NaN stands for what the photo does not show.
 *
 * @param browHeight upper border of the brows above the pupillary line, in their middle, mean of both sides
 * @param browGap between the medial ends of the brows
 * @param lidOpening between the lids at the pupil, mean of both sides
 * @param mouthWidth between the corners of the mouth
 * @param cornerHeight corners of the mouth above the middle of the lips; negative where they hang
 * @param cornerDrop corners of the mouth below the nose
 * @param lowerLipDrop lower border of the lower lip below the nose
 * @param smile how much the mouth looks like a smile, see {@link SmileScore}: neutral portraits have less than 0
 */
public record ExpressionReading(
        double browHeight,
        double browGap,
        double lidOpening,
        double mouthWidth,
        double cornerHeight,
        double cornerDrop,
        double lowerLipDrop,
        double smile) {

    /** Reads a face. */
    public static ExpressionReading of(Face face) {
        FrontalMesh mesh = FrontalMesh.of(face);
        double corners = height(mesh, FaceMesh::commissure);
        double lips = (mesh.point(FaceMesh.UPPER_LIP_BOTTOM).y()
                        + mesh.point(FaceMesh.LOWER_LIP_TOP).y())
                / 2;
        double nose = mesh.point(FaceMesh.SUBNASALE).y();
        return new ExpressionReading(
                mean(side -> browHeight(face, mesh, side)),
                browGap(face, mesh),
                mean(side -> opening(face, mesh, side)),
                mesh.between(FaceMesh.commissure(Side.RIGHT), FaceMesh.commissure(Side.LEFT)),
                corners - lips,
                nose - corners,
                nose - mesh.point(FaceMesh.LOWER_LIP_BOTTOM).y(),
                SmileScore.of(mesh));
    }

    /** How much more of a smile this is than the other: how much wider the mouth, and twice what its corners rose. */
    double smileFrom(ExpressionReading rest) {
        return mouthWidth / rest.mouthWidth - 1 + 2 * (cornerHeight - rest.cornerHeight);
    }

    private static double browHeight(Face face, FrontalMesh mesh, Side side) {
        int middle = FaceMesh.browUpperBorder(side)[2];
        Contour border = face.upperBrows().get(side);
        Point place = border == null
                ? face.landmarks().point(middle)
                : border.line().at(border.line().length() / 2);
        return mesh.frontal(place, middle).y();
    }

    private static double browGap(Face face, FrontalMesh mesh) {
        Point right = face.browEnds().get(Side.RIGHT);
        Point left = face.browEnds().get(Side.LEFT);
        if (right == null || left == null) {
            return Double.NaN;
        }
        return mesh.frontal(right, FaceMesh.browUpperBorder(Side.RIGHT)[0])
                .distanceTo(mesh.frontal(left, FaceMesh.browUpperBorder(Side.LEFT)[0]));
    }

    private static double opening(Face face, FrontalMesh mesh, Side side) {
        Contour upper = face.upperLids().get(side);
        Contour lower = face.lowerLids().get(side);
        int[] upperMargin = FaceMesh.upperLid(side);
        int[] lowerMargin = FaceMesh.lowerLid(side);
        int top = upperMargin[upperMargin.length / 2];
        int bottom = lowerMargin[lowerMargin.length / 2];
        if (upper == null || lower == null) {
            return mesh.between(top, bottom);
        }
        Point above = upper.line().at(upper.line().length() / 2);
        Point below = lower.line().at(lower.line().length() / 2);
        return mesh.frontal(above, top).distanceTo(mesh.frontal(below, bottom));
    }

    private static double height(FrontalMesh mesh, java.util.function.ToIntFunction<Side> index) {
        return mean(side -> mesh.point(index.applyAsInt(side)).y());
    }

    private static double mean(ToDoubleFunction<Side> value) {
        return (value.applyAsDouble(Side.RIGHT) + value.applyAsDouble(Side.LEFT)) / 2;
    }
}
