package rhytid.wrinkle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import rhytid.face.FaceLandmarks;
import rhytid.face.FaceMesh;
import rhytid.face.Side;
import rhytid.geometry.Point;
import rhytid.geometry.Polygon;

/**
 * The regions' outlines in the face's millimetre frame, built on the mesh. Whatever has a side is written for the
 * subject's right, where "lateral" is towards −x, and mirrored.
 */
final class RegionOutlines {

    /** How far above the mesh the hairline is looked for: a high forehead, or a bald head. */
    static final double FOREHEAD_REACH_MM = 28;

    /** Skin above the brow's upper border that its hairs still reach, and where its shadow ends. */
    private static final double ABOVE_BROW_MM = 3.5;

    /** The shadow of lashes and lid beside the lateral canthus, which runs on into the lines and stays when they go. */
    private static final double NEXT_TO_CANTHUS_MM = 8;

    private final FaceLandmarks mesh;
    private final SkinFrame frame;

    private RegionOutlines(FaceLandmarks mesh, SkinFrame frame) {
        this.mesh = mesh;
        this.frame = frame;
    }

    /** All outlines; the forehead's reaches up to where hair would have to be, and is cut to the hairline later. */
    static Map<Region, Polygon> of(FaceLandmarks mesh, SkinFrame frame) {
        RegionOutlines outlines = new RegionOutlines(mesh, frame);
        Map<Region, Polygon> all = new EnumMap<>(Region.class);
        for (Region region : Region.values()) {
            all.put(region, outlines.of(region));
        }
        return all;
    }

    private Polygon of(Region region) {
        Side side = region.side() == null ? Side.RIGHT : region.side();
        return switch (region) {
            case FOREHEAD -> forehead();
            case GLABELLA -> glabella();
            case CROWS_FEET_RIGHT, CROWS_FEET_LEFT -> crowsFeet(side);
            case INFRAORBITAL_RIGHT, INFRAORBITAL_LEFT -> infraorbital(side);
            case NASAL -> nasal();
            case NASOLABIAL_RIGHT, NASOLABIAL_LEFT -> nasolabial(side);
            case PERIORAL -> perioral();
            case MARIONETTE_RIGHT, MARIONETTE_LEFT -> marionette(side);
            case CHIN -> chin();
        };
    }

    private Polygon forehead() {
        List<Anchor> right = new ArrayList<>();
        right.add(new Anchor(107, 0, -ABOVE_BROW_MM - 4));
        right.add(new Anchor(66, 0, -ABOVE_BROW_MM));
        right.add(new Anchor(105, 0, -ABOVE_BROW_MM));
        right.add(new Anchor(63, 0, -ABOVE_BROW_MM));
        right.add(new Anchor(70, 0, -ABOVE_BROW_MM));
        right.add(new Anchor(54, -4, 0));
        right.add(new Anchor(103, -2, -0.6 * FOREHEAD_REACH_MM));
        right.add(new Anchor(67, 0, -0.9 * FOREHEAD_REACH_MM));
        right.add(new Anchor(109, 0, -FOREHEAD_REACH_MM));
        return mirrored(right);
    }

    private Polygon glabella() {
        List<Anchor> right = new ArrayList<>();
        right.add(new Anchor(168, 0, 3));
        right.add(new Anchor(193, -1, 1));
        right.add(new Anchor(55, 1, 1));
        right.add(new Anchor(107, -3, -2));
        right.add(new Anchor(107, -3, -ABOVE_BROW_MM - 4));
        return mirrored(right);
    }

    private Polygon nasal() {
        List<Anchor> right = new ArrayList<>();
        right.add(new Anchor(168, 0, 3));
        right.add(new Anchor(193, 0, 2));
        right.add(new Anchor(245, -1, 3));
        right.add(new Anchor(188, -1, 2));
        right.add(new Anchor(217, 0, 0));
        right.add(new Anchor(198, 1, -2));
        right.add(new Anchor(195, 0, 4));
        return mirrored(right);
    }

    /** A fan beside the lateral canthus, as far as skin faces the camera. */
    private Polygon crowsFeet(Side side) {
        int canthus = FaceMesh.lateralCanthus(Side.RIGHT);
        double reach = Math.clamp(edge(side) - 3, 16, 26);
        return new Polygon(List.of(
                at(side, canthus, NEXT_TO_CANTHUS_MM, -4),
                at(side, canthus, 8, -11),
                at(side, canthus, 0.6 * reach, -15),
                at(side, canthus, reach - 2, -10),
                at(side, canthus, reach, 2),
                at(side, canthus, reach - 2, 13),
                at(side, canthus, 0.6 * reach, 18),
                at(side, canthus, NEXT_TO_CANTHUS_MM, 14),
                at(side, canthus, NEXT_TO_CANTHUS_MM, 5)));
    }

    /** From the lateral canthus to the face's outline, mm. */
    private double edge(Side side) {
        Point canthus = at(side, FaceMesh.lateralCanthus(Side.RIGHT), 0, 0);
        return Math.min(
                Math.abs(at(side, 127, 0, 0).x() - canthus.x()),
                Math.abs(at(side, 234, 0, 0).x() - canthus.x()));
    }

    private Polygon infraorbital(Side side) {
        int[] lid = FaceMesh.lowerLid(Side.RIGHT);
        List<Point> points = new ArrayList<>();
        for (int i = 1; i < lid.length - 1; i++) {
            points.add(at(side, lid[i], 0, 3.5));
        }
        points.add(at(side, 33, -1, 8));
        points.add(at(side, 33, -2, 15));
        points.add(at(side, 145, 0, 16));
        points.add(at(side, 153, 0, 16));
        points.add(at(side, 133, 1, 14));
        return new Polygon(points);
    }

    /** A band along the fold, from beside the wing of the nose to beside the corner of the mouth. */
    private Polygon nasolabial(Side side) {
        return new Polygon(List.of(
                at(side, 129, 1, -5),
                at(side, 129, 1.5, 4),
                at(side, 165, 1, 0),
                at(side, 61, 1.5, -4),
                at(side, 61, 5, 0),
                at(side, 61, 16, -2),
                at(side, 129, 16, 6),
                at(side, 129, 8, -6)));
    }

    private Polygon perioral() {
        List<Anchor> right = new ArrayList<>();
        right.add(new Anchor(2, 0, 2.5));
        right.add(new Anchor(97, 0, 2.5));
        right.add(new Anchor(165, 0, 0));
        right.add(new Anchor(61, 1, -4));
        right.add(new Anchor(61, 3, 0));
        right.add(new Anchor(61, -1, 5));
        right.add(new Anchor(181, 1, 8));
        right.add(new Anchor(17, 0, 7));
        return mirrored(right);
    }

    private Polygon marionette(Side side) {
        return new Polygon(List.of(
                at(side, 61, 3.5, 1),
                at(side, 61, -2, 6),
                at(side, 61, -4, 14),
                at(side, 61, -2, 24),
                at(side, 61, 9, 24),
                at(side, 61, 13, 12),
                at(side, 61, 11, 1)));
    }

    private Polygon chin() {
        List<Anchor> right = new ArrayList<>();
        right.add(new Anchor(17, 0, 7.5));
        right.add(new Anchor(181, 1, 9));
        right.add(new Anchor(152, 17, -14));
        right.add(new Anchor(152, 14, -6));
        right.add(new Anchor(152, 0, -4));
        return mirrored(right);
    }

    /** A point of the mesh, moved laterally and down, in mm. */
    private Point at(Side side, int rightIndex, double lateral, double down) {
        int index = side == Side.RIGHT ? rightIndex : FaceMesh.mirror(rightIndex);
        double sign = side == Side.RIGHT ? -1 : 1;
        return frame.mm(mesh.point(index)).plus(new Point(sign * lateral, down));
    }

    /** Closes a half outline, given from the midline around the subject's right, with its partner on the left. */
    private Polygon mirrored(List<Anchor> right) {
        List<Point> all = new ArrayList<>();
        right.forEach(a -> all.add(at(Side.RIGHT, a.index, a.lateral, a.down)));
        right.reversed().forEach(a -> all.add(at(Side.LEFT, a.index, a.lateral, a.down)));
        return new Polygon(all);
    }

    /** A place given by a point of the mesh on the subject's right and a move, lateral and down, in mm. */
    private record Anchor(int index, double lateral, double down) {}

    /** The outline of mesh points in the millimetre frame. */
    static Polygon polygon(FaceLandmarks mesh, SkinFrame frame, int[] indices) {
        return new Polygon(
                Arrays.stream(indices).mapToObj(mesh::point).map(frame::mm).toList());
    }
}
