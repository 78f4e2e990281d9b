package rhytid.quality;

import java.util.List;
import rhytid.face.Expression;
import rhytid.face.Face;
import rhytid.face.FaceMesh;
import rhytid.face.HeadPose;
import rhytid.face.Side;
import rhytid.geometry.Box;
import rhytid.geometry.Point;
import rhytid.photo.Photo;

/** Decides whether a photo can be measured, and says in plain words why not and what to do. */
public final class PhotoGate {

    private final GateLimits limits;

    public PhotoGate(GateLimits limits) {
        this.limits = limits;
    }

    /**
     * Judges a photo.
     *
     * @param faces every face found in it, the largest first
     * @param asked what it was asked to show
     */
    public PhotoVerdict judge(Photo photo, List<Face> faces, Asked asked) {
        if (faces.isEmpty()) {
            return new PhotoVerdict.Unfit(List.of(Reason.NO_FACE.refusal()));
        }
        Face face = faces.getFirst();
        Objections objections = new Objections();
        others(faces, objections);
        presence(face, objections);
        size(face, objections);
        turn(face.pose(), objections);
        cutOff(photo, face, objections);
        PhotoQuality quality = PhotoQuality.of(photo, face);
        new ExpressionJudge(limits.expressions(), ExpressionReading.of(face)).judge(asked, objections);
        if (asked.expression() == Expression.REST || asked.expression() == Expression.BROW_RAISE) {
            eyes(face, quality, objections);
        }
        new LightAndFocus(limits, quality).judge(objections);
        return objections.refusals().isEmpty()
                ? new PhotoVerdict.Fit(face, quality, objections.warnings())
                : new PhotoVerdict.Unfit(objections.refusals());
    }

    private void others(List<Face> faces, Objections objections) {
        double largest = faces.getFirst().landmarks().interpupillaryPx();
        long count = faces.stream()
                .filter(f -> f.landmarks().interpupillaryPx() >= limits.otherFaceShare() * largest)
                .count();
        if (count > 1) {
            objections.refuse(Reason.SEVERAL_FACES, count, 1.0);
        }
    }

    private void presence(Face face, Objections objections) {
        double presence = face.landmarks().presence();
        if (presence < limits.minPresence()) {
            objections.refuse(Reason.FACE_UNCLEAR, presence, limits.minPresence());
        }
    }

    private void size(Face face, Objections objections) {
        double eyes = face.landmarks().interpupillaryPx();
        if (eyes < limits.minEyesPx()) {
            objections.refuse(Reason.FACE_TOO_SMALL, eyes, limits.minEyesPx());
        } else if (eyes < limits.smallEyesPx()) {
            objections.warn(Reason.FACE_SMALL, eyes, limits.smallEyesPx());
        }
    }

    private void turn(HeadPose pose, Objections objections) {
        turn(pose.yaw() >= 0 ? Reason.TURNED_LEFT : Reason.TURNED_RIGHT, pose.yaw(), objections);
        turn(pose.pitch() >= 0 ? Reason.TILTED_BACK : Reason.BENT_FORWARD, pose.pitch(), objections);
    }

    private void turn(Reason reason, double degrees, Objections objections) {
        objections.judge(reason, degrees, limits.warnTurnDeg(), limits.maxTurnDeg());
    }

    private static void cutOff(Photo photo, Face face, Objections objections) {
        Box picture = new Box(0, 0, photo.width() - 1.0, photo.height() - 1.0);
        List<Point> points = face.landmarks().points();
        long outside = points.stream().filter(p -> !picture.contains(p)).count();
        if (outside > 0) {
            objections.refuse(Reason.CUT_OFF, 100.0 * outside / points.size(), 0.0);
        }
    }

    private void eyes(Face face, PhotoQuality quality, Objections objections) {
        for (Side side : Side.values()) {
            double opening = opening(face, side);
            double openness = quality.eyeOpenness().getOrDefault(side, Double.NEGATIVE_INFINITY);
            if (opening < limits.minOpening()) {
                objections.refuse(Reason.EYES_CLOSED, opening, limits.minOpening());
                return;
            }
            if (openness < limits.minEyeOpenness()) {
                objections.refuse(Reason.EYES_CLOSED, openness, limits.minEyeOpenness());
                return;
            }
        }
    }

    /** The opening of the lids at the eye's middle, as a share of the iris's diameter on the mesh. */
    private static double opening(Face face, Side side) {
        int[] upper = FaceMesh.upperLid(side);
        int[] lower = FaceMesh.lowerLid(side);
        int[] rim = FaceMesh.irisRim(side);
        double iris = face.landmarks().point(rim[0]).distanceTo(face.landmarks().point(rim[2]));
        return face.landmarks()
                        .point(upper[upper.length / 2])
                        .distanceTo(face.landmarks().point(lower[lower.length / 2]))
                / iris;
    }
}
