package rhytid.quality;

import java.util.List;
import rhytid.face.Expression;
import rhytid.face.Face;
import rhytid.face.FaceMesh;
import rhytid.face.HeadPose;
import rhytid.face.Iris;
import rhytid.face.Side;
import rhytid.geometry.Box;
import rhytid.geometry.Point;
import rhytid.photo.Photo;
import rhytid.photo.Refusal;

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
     * @param expression what the face was asked to do
     */
    public PhotoVerdict judge(Photo photo, List<Face> faces, Expression expression) {
        if (faces.isEmpty()) {
            return new PhotoVerdict.Unfit(List.of(new Refusal(
                    "no-face",
                    "No face was found in this photo. Take it from the front, in even light, with the whole face in the"
                            + " picture and nothing covering it.")));
        }
        Face face = faces.getFirst();
        Objections objections = new Objections();
        others(faces, objections);
        presence(face, objections);
        size(face, objections);
        turn(face.pose(), objections);
        cutOff(photo, face, objections);
        PhotoQuality quality = PhotoQuality.of(photo, face);
        if (expression == Expression.REST) {
            mouth(face, objections);
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
            objections.refuse(new Refusal(
                    "several-faces",
                    "There are " + count + " faces in this photo. Take it again with one person alone in the picture.",
                    (double) count,
                    1.0));
        }
    }

    private void presence(Face face, Objections objections) {
        double presence = face.landmarks().presence();
        if (presence < limits.minPresence()) {
            objections.refuse(new Refusal(
                    "face-unclear",
                    "The face can't be made out well enough. Take the photo from the front, in even light, with hair,"
                            + " hands and glasses away from the face.",
                    presence,
                    limits.minPresence()));
        }
    }

    private void size(Face face, Objections objections) {
        double eyes = face.landmarks().interpupillaryPx();
        if (eyes < limits.minEyesPx()) {
            objections.refuse(new Refusal(
                    "face-too-small",
                    "The face is too small in this photo: the eyes are " + Math.round(eyes) + " pixels apart. Go nearer"
                            + " or use a camera with a higher resolution, so that they are at least "
                            + Math.round(limits.minEyesPx()) + " apart.",
                    eyes,
                    limits.minEyesPx()));
        } else if (eyes < limits.smallEyesPx()) {
            objections.warn(new Refusal(
                    "face-small",
                    "The face is small in this photo, so fine lines can't be seen. A photo in which the eyes are "
                            + Math.round(limits.smallEyesPx()) + " pixels apart or more would show them.",
                    eyes,
                    limits.smallEyesPx()));
        }
    }

    private void turn(HeadPose pose, Objections objections) {
        turn("turned", Math.abs(pose.yaw()), "turned to the side", "Have the person face the camera", objections);
        turn(
                "tilted",
                Math.abs(pose.pitch()),
                pose.pitch() > 0 ? "tilted back" : "bent forward",
                "Hold the camera at the height of the eyes and have the person look straight into it",
                objections);
    }

    private void turn(String code, double degrees, String how, String remedy, Objections objections) {
        String message = "The head is " + how + " by " + Math.round(degrees) + "°. " + remedy + ".";
        if (degrees > limits.maxTurnDeg()) {
            objections.refuse(new Refusal("head-" + code, message, degrees, limits.maxTurnDeg()));
        } else if (degrees > limits.warnTurnDeg()) {
            objections.warn(new Refusal("head-" + code, message, degrees, limits.warnTurnDeg()));
        }
    }

    private static void cutOff(Photo photo, Face face, Objections objections) {
        Box picture = new Box(0, 0, photo.width() - 1.0, photo.height() - 1.0);
        List<Point> points = face.landmarks().points();
        long outside = points.stream().filter(p -> !picture.contains(p)).count();
        if (outside > 0) {
            objections.refuse(new Refusal(
                    "cut-off",
                    "A part of the face lies outside the picture. Take it again with some room around the whole face.",
                    100.0 * outside / points.size(),
                    0.0));
        }
    }

    private void mouth(Face face, Objections objections) {
        double mouth = MouthShape.width(face);
        if (mouth > limits.maxRestMouth()) {
            objections.refuse(new Refusal(
                    "not-at-rest",
                    "The mouth is drawn wide, as in a smile. Take the photo again with the face relaxed and the lips"
                            + " closed.",
                    mouth,
                    limits.maxRestMouth()));
        }
    }

    private void eyes(Face face, PhotoQuality quality, Objections objections) {
        for (Side side : Side.values()) {
            double opening = opening(face, side);
            double contrast = quality.eyeContrast().getOrDefault(side, 0.0);
            boolean iris = face.iris(side).map(Iris::refined).orElse(false);
            double leastContrast = iris ? limits.minEyeContrast() : limits.minEyeContrastWithoutIris();
            if (opening < limits.minOpening() || contrast < leastContrast) {
                boolean lids = opening < limits.minOpening();
                objections.refuse(new Refusal(
                        "eyes-closed",
                        "The " + side.key() + " eye is closed or covered. Take the photo again with both eyes open and"
                                + " nothing before them.",
                        lids ? opening : contrast,
                        lids ? limits.minOpening() : leastContrast));
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
