package rhytid.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import rhytid.face.CanonicalFace;
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
import rhytid.geometry.Polyline;

/**
 * The mean face as a camera a metre away sees it, at which it looks, with what is done to it: the truth is known to the
 * last digit.
 */
record SyntheticFace(
        HeadPose pose, Affine camera, Map<Side, Double> browLiftMm, Map<Side, Double> lidDropMm, double smileMm) {

    static final double PX_PER_MM = 8;

    private static final double CAMERA_MM = 1000;

    /**
     * All but the irises and the lids, which follow them, lies so much farther ahead of the pupils than it does in a
     * face whose eyes don't follow.
     */
    private static final double GAZE_MM = 7.5;

    /**
     * Radians by which the network's stable points turn towards a brow that stands higher by a millimetre: 31 London
     * faces, a brow moved by 3 mm. The irises are found in the photo and stay.
     */
    private static final double DRAWN = 0.0018;

    private static final CanonicalFace.Vertex EYES = CanonicalFace.vertex(FaceMesh.irisCentre(Side.RIGHT));

    /** Millimetres of the head, y up, to pixels of the photo, y down. */
    static final Affine UPRIGHT = new Affine(PX_PER_MM, 0, 1200, 0, -PX_PER_MM, 1500);

    static SyntheticFace plain() {
        return new SyntheticFace(new HeadPose(0, 0, 0), UPRIGHT, Map.of(), Map.of(), 0);
    }

    SyntheticFace posed(double yaw, double pitch) {
        return new SyntheticFace(new HeadPose(yaw, pitch, 0), camera, browLiftMm, lidDropMm, smileMm);
    }

    SyntheticFace seenBy(Affine next) {
        return new SyntheticFace(pose, camera.then(next), browLiftMm, lidDropMm, smileMm);
    }

    SyntheticFace browLifted(Side side, double mm) {
        return new SyntheticFace(pose, camera, with(browLiftMm, side, mm), lidDropMm, smileMm);
    }

    SyntheticFace lidDropped(Side side, double mm) {
        return new SyntheticFace(pose, camera, browLiftMm, with(lidDropMm, side, mm), smileMm);
    }

    SyntheticFace smiling(double mm) {
        return new SyntheticFace(pose, camera, browLiftMm, lidDropMm, mm);
    }

    Face face() {
        List<Point> mesh = new ArrayList<>();
        for (int i = 0; i < FaceLandmarks.COUNT; i++) {
            mesh.add(seen(moved(i)));
        }
        Map<Side, Iris> irises = new EnumMap<>(Side.class);
        Map<Side, Contour> upper = new EnumMap<>(Side.class);
        Map<Side, Contour> lower = new EnumMap<>(Side.class);
        Map<Side, Contour> brows = new EnumMap<>(Side.class);
        Map<Side, Point> ends = new EnumMap<>(Side.class);
        double pxPerMm = camera.scale();
        for (Side side : Side.values()) {
            irises.put(side, new Iris(mesh.get(FaceMesh.irisCentre(side)), 11.7 * pxPerMm, 0.01 * pxPerMm, true));
            upper.put(side, border(mesh, FaceMesh.upperLid(side)));
            lower.put(side, border(mesh, FaceMesh.lowerLid(side)));
            brows.put(side, border(mesh, FaceMesh.browUpperBorder(side)));
            ends.put(side, mesh.get(FaceMesh.browUpperBorder(side)[0]));
        }
        return new Face(
                new FaceLandmarks(mesh, 1, 0.1 * pxPerMm),
                pose,
                0.5,
                irises,
                upper,
                lower,
                brows,
                ends,
                new MillimetreScale(pxPerMm, 0.01, "iris"));
    }

    private Contour border(List<Point> mesh, int[] indices) {
        return new Contour(
                new Polyline(Arrays.stream(indices).mapToObj(mesh::get).toList()), 0.1 * camera.scale(), true);
    }

    private CanonicalFace.Vertex moved(int index) {
        CanonicalFace.Vertex v = CanonicalFace.vertex(index);
        double x = v.x();
        double y = v.y();
        for (Side side : Side.values()) {
            if (has(FaceMesh.browUpperBorder(side), index) || has(FaceMesh.browLowerBorder(side), index)) {
                y += browLiftMm.getOrDefault(side, 0.0);
            }
            int[] lid = FaceMesh.upperLid(side);
            if (has(Arrays.copyOfRange(lid, 1, lid.length - 1), index)) {
                y -= lidDropMm.getOrDefault(side, 0.0);
            }
            if (index == FaceMesh.commissure(side)) {
                x += Math.signum(x) * smileMm * 0.8;
                y += smileMm * 0.6;
            }
        }
        if (has(FaceMesh.stable(), index)) {
            double turn = DRAWN * (browLiftMm.getOrDefault(Side.LEFT, 0.0) - browLiftMm.getOrDefault(Side.RIGHT, 0.0));
            y += x * turn;
        }
        return new CanonicalFace.Vertex(x, y, v.z() + ahead(index));
    }

    private static double ahead(int index) {
        if (index == FaceMesh.irisCentre(Side.RIGHT) || index == FaceMesh.irisCentre(Side.LEFT)) {
            return 0;
        }
        for (Side side : Side.values()) {
            for (int[] margin : List.of(FaceMesh.upperLid(side), FaceMesh.lowerLid(side))) {
                if (has(Arrays.copyOfRange(margin, 1, margin.length - 1), index)) {
                    return 0;
                }
            }
        }
        return GAZE_MM;
    }

    /** Turned about the middle between the eyes: pitch about the level axis, then yaw; seen from a metre away. */
    private Point seen(CanonicalFace.Vertex v) {
        double yaw = Math.toRadians(pose.yaw());
        double pitch = Math.toRadians(pose.pitch());
        double ahead = v.z() - EYES.z();
        double right = v.x() * (1 - ahead / CAMERA_MM);
        double up = (v.y() - EYES.y()) * (1 - ahead / CAMERA_MM);
        double y = up * Math.cos(pitch) + ahead * Math.sin(pitch);
        double z = -up * Math.sin(pitch) + ahead * Math.cos(pitch);
        double x = right * Math.cos(yaw) + z * Math.sin(yaw);
        double near = z * Math.cos(yaw) - right * Math.sin(yaw);
        return camera.apply(
                new Point(x, y).times(CAMERA_MM / (CAMERA_MM - near)).plus(new Point(0, EYES.y())));
    }

    private static boolean has(int[] indices, int index) {
        return Arrays.stream(indices).anyMatch(i -> i == index);
    }

    private static Map<Side, Double> with(Map<Side, Double> sides, Side side, double value) {
        Map<Side, Double> changed = new EnumMap<>(Side.class);
        changed.putAll(sides);
        changed.put(side, value);
        return changed;
    }
}
