package rhytid.face;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import rhytid.geometry.Point;
import rhytid.photo.Photo;

/** Reads a face from its points and the full-resolution photo: irises, borders, pose and scale. */
final class FaceReading {

    private FaceReading() {}

    static Face of(Photo photo, FaceLandmarks landmarks) {
        Double focal = photo.info().focalLength35mm();
        double focalPx = focal == null ? Double.NaN : HeadPoseFit.focalPx(focal, photo.width(), photo.height());
        HeadPoseFit pose = HeadPoseFit.of(landmarks, focalPx, FaceFinder.middle(photo));
        Map<Side, Iris> meshIrises = new EnumMap<>(Side.class);
        Map<Side, Contour> upperLids = new EnumMap<>(Side.class);
        Map<Side, Contour> lowerLids = new EnumMap<>(Side.class);
        Map<Side, Contour> upperBrows = new EnumMap<>(Side.class);
        Map<Side, Point> browEnds = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            MeshIris.of(landmarks, side).ifPresent(iris -> meshIrises.put(side, iris));
        }
        Map<Side, Iris> irises = LimbusFit.of(photo, landmarks, meshIrises);
        MillimetreScale scale = ScaleReading.of(landmarks, irises);
        for (Side side : Side.values()) {
            upperLids.put(
                    side,
                    LidMargin.of(photo, landmarks, LidMargin.Lid.UPPER, FaceMesh.upperLid(side), scale)
                            .orElseGet(() -> MeshBorder.UPPER_LID.of(landmarks, side, scale)));
            lowerLids.put(
                    side,
                    LidMargin.of(photo, landmarks, LidMargin.Lid.LOWER, FaceMesh.lowerLid(side), scale)
                            .orElseGet(() -> MeshBorder.LOWER_LID.of(landmarks, side, scale)));
            BrowEnd.of(photo, landmarks, side, scale).ifPresent(end -> browEnds.put(side, end));
            upperBrows.put(
                    side,
                    BrowBorder.of(photo, landmarks, side, scale)
                            .orElseGet(() -> MeshBorder.UPPER_BROW.of(landmarks, side, scale)));
        }
        return new Face(
                withCorners(photo, withIrises(landmarks, irises), scale),
                pose.pose(),
                pose.errorDeg(),
                irises,
                upperLids,
                lowerLids,
                upperBrows,
                browEnds,
                scale);
    }

    /** The mesh with the corners of the mouth as high as the photo shows them. */
    private static FaceLandmarks withCorners(Photo photo, FaceLandmarks landmarks, MillimetreScale scale) {
        List<Point> points = new ArrayList<>(landmarks.points());
        for (Side side : Side.values()) {
            points.set(FaceMesh.commissure(side), MouthCorner.of(photo, landmarks, side, scale));
        }
        return new FaceLandmarks(points, landmarks.presence(), landmarks.spreadPx());
    }

    /** The mesh with its ten points of the irises where the limbus was found. */
    private static FaceLandmarks withIrises(FaceLandmarks landmarks, Map<Side, Iris> irises) {
        List<Point> points = new ArrayList<>(landmarks.points());
        Point down = landmarks.up().times(-1);
        irises.forEach((side, iris) -> {
            if (iris.refined()) {
                double radius = iris.diameterPx() / 2;
                Point lateral = down.quarterTurn().times(side == Side.RIGHT ? radius : -radius);
                int[] rim = FaceMesh.irisRim(side);
                points.set(FaceMesh.irisCentre(side), iris.centre());
                points.set(rim[0], iris.centre().plus(lateral));
                points.set(rim[1], iris.centre().minus(down.times(radius)));
                points.set(rim[2], iris.centre().minus(lateral));
                points.set(rim[3], iris.centre().plus(down.times(radius)));
            }
        });
        return new FaceLandmarks(points, landmarks.presence(), landmarks.spreadPx());
    }
}
