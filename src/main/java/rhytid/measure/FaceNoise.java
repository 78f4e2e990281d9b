package rhytid.measure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rhytid.face.Contour;
import rhytid.face.Face;
import rhytid.face.FaceLandmarks;
import rhytid.face.FaceMesh;
import rhytid.face.HeadPose;
import rhytid.face.Iris;
import rhytid.face.MillimetreScale;
import rhytid.face.Side;
import rhytid.geometry.Affine;
import rhytid.geometry.Point;

/**
 * Everything that is uncertain about a face in a photo, one source at a time: the centres of the irises, the borders of
 * lids and brows (each wrong as a whole, which is worse than wrong point by point), the points of the mesh that
 * measures use, the head's pose and the scale.
 */
final class FaceNoise {

    /**
     * Standard error of a brow's medial end, mm: hair thins out rather than ends. On 31 London portraits, each retaken
     * twice by computation, an end scattered by so much.
     */
    private static final double BROW_END_MM = 0.06;

    /** A circle's centre is known better than its diameter, whose error is that of two ends: by √2. */
    private static final double CENTRE_TO_DIAMETER = Math.sqrt(0.5);

    /**
     * A point is the mean of several looks, and neighbours err alike, so far less of the looks' spread is left in a
     * measure: on 40 London portraits retaken twice (NullPairs, November 2026) a twentieth to a quarter.
     */
    private static final double LEFT_OF_SPREAD = 0.25;

    private final Face face;
    private final List<NoiseSource> sources = new ArrayList<>();

    private FaceNoise(Face face) {
        this.face = face;
    }

    static List<NoiseSource> sourcesOf(Face face) {
        FaceNoise noise = new FaceNoise(face);
        noise.irises();
        noise.borders();
        noise.mesh();
        noise.poseAndScale();
        return noise.sources;
    }

    private void irises() {
        face.irises().forEach((side, iris) -> {
            double error = iris.diameterErrorPx() * CENTRE_TO_DIAMETER;
            for (Point step : List.of(new Point(error, 0), new Point(0, error))) {
                sources.add(new NoiseSource(by -> with(
                        replaced(
                                face.irises(),
                                side,
                                new Iris(
                                        iris.centre().plus(step.times(by)),
                                        iris.diameterPx(),
                                        iris.diameterErrorPx(),
                                        iris.refined())),
                        face.upperLids(),
                        face.lowerLids(),
                        face.upperBrows())));
            }
        });
    }

    private void borders() {
        face.upperLids()
                .forEach((side, border) -> sources.add(new NoiseSource(by -> with(
                        face.irises(),
                        replaced(face.upperLids(), side, raised(border, by)),
                        face.lowerLids(),
                        face.upperBrows()))));
        face.lowerLids()
                .forEach((side, border) -> sources.add(new NoiseSource(by -> with(
                        face.irises(),
                        face.upperLids(),
                        replaced(face.lowerLids(), side, raised(border, by)),
                        face.upperBrows()))));
        face.upperBrows()
                .forEach((side, border) -> sources.add(new NoiseSource(by -> with(
                        face.irises(),
                        face.upperLids(),
                        face.lowerLids(),
                        replaced(face.upperBrows(), side, raised(border, by))))));
        Point across = new Point(face.scale().pixels(BROW_END_MM), 0);
        face.browEnds()
                .forEach((side, end) -> sources.add(new NoiseSource(by -> new Face(
                        face.landmarks(),
                        face.pose(),
                        face.poseErrorDeg(),
                        face.irises(),
                        face.upperLids(),
                        face.lowerLids(),
                        face.upperBrows(),
                        replaced(face.browEnds(), side, end.plus(across.times(by))),
                        face.scale()))));
    }

    private void mesh() {
        double spread = LEFT_OF_SPREAD * face.landmarks().spreadPx();
        for (int index : meshPoints()) {
            for (Point step : List.of(new Point(spread, 0), new Point(0, spread))) {
                sources.add(new NoiseSource(by -> new Face(
                        moved(face.landmarks(), index, step.times(by)),
                        face.pose(),
                        face.poseErrorDeg(),
                        face.irises(),
                        face.upperLids(),
                        face.lowerLids(),
                        face.upperBrows(),
                        face.browEnds(),
                        face.scale())));
            }
        }
    }

    private void poseAndScale() {
        HeadPose pose = face.pose();
        double turn = face.poseErrorDeg();
        sources.add(
                new NoiseSource(by -> face.withPose(new HeadPose(pose.yaw() + by * turn, pose.pitch(), pose.roll()))));
        sources.add(
                new NoiseSource(by -> face.withPose(new HeadPose(pose.yaw(), pose.pitch() + by * turn, pose.roll()))));
        MillimetreScale scale = face.scale();
        sources.add(new NoiseSource(by -> face.withScale(new MillimetreScale(
                scale.pxPerMm() * Math.exp(by * scale.relativeError()), scale.relativeError(), scale.source()))));
    }

    /** The points of the mesh that measures are read at. */
    private static Set<Integer> meshPoints() {
        Set<Integer> used = new LinkedHashSet<>();
        for (int index : FaceMesh.stable()) {
            used.add(index);
        }
        for (Side side : Side.values()) {
            used.add(FaceMesh.commissure(side));
            used.add(FaceMesh.zygion(side));
            used.add(FaceMesh.jawAtMouth(side));
        }
        return used;
    }

    private static Contour raised(Contour border, double by) {
        Affine up = Affine.IDENTITY.movedBy(new Point(0, -by * border.errorPx()));
        return new Contour(border.line().transformed(up), border.errorPx(), border.refined());
    }

    private static FaceLandmarks moved(FaceLandmarks mesh, int index, Point step) {
        List<Point> points = new ArrayList<>(mesh.points());
        points.set(index, points.get(index).plus(step));
        return new FaceLandmarks(points, mesh.presence(), mesh.spreadPx());
    }

    private static <T> Map<Side, T> replaced(Map<Side, T> sides, Side side, T value) {
        Map<Side, T> changed = new EnumMap<>(sides);
        changed.put(side, value);
        return changed;
    }

    private Face with(
            Map<Side, Iris> irises,
            Map<Side, Contour> upperLids,
            Map<Side, Contour> lowerLids,
            Map<Side, Contour> upperBrows) {
        return new Face(
                face.landmarks(),
                face.pose(),
                face.poseErrorDeg(),
                irises,
                upperLids,
                lowerLids,
                upperBrows,
                face.browEnds(),
                face.scale());
    }
}
