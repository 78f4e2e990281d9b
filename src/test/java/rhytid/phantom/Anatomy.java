package rhytid.phantom;

import java.util.Arrays;
import java.util.List;
import rhytid.face.Side;
import rhytid.geometry.Point;
import rhytid.geometry.Polyline;

/**
 * Where things are in a base, in millimetres of the face frame.
 *
 * @param points the means of the 189 points that were placed by hand on each face of the London set
 * @param mesh the 478 points of the MediaPipe mesh on the mean face
 */
record Anatomy(List<Point> points, List<Point> mesh) {

    Anatomy {
        points = List.copyOf(points);
        mesh = List.copyOf(mesh);
        if (points.size() != 189 || mesh.size() != 478) {
            throw new IllegalArgumentException(points.size() + " and " + mesh.size() + " points");
        }
    }

    Point point(int index) {
        return points.get(index);
    }

    private Polyline line(int... indices) {
        return new Polyline(Arrays.stream(indices).mapToObj(points::get).toList());
    }

    private Polyline line(Side side, int[] right, int[] left) {
        return line(side == Side.RIGHT ? right : left);
    }

    Point pupil(Side side) {
        return point(side == Side.RIGHT ? 0 : 1);
    }

    Point medialCanthus(Side side) {
        return point(side == Side.RIGHT ? 22 : 23);
    }

    Point lateralCanthus(Side side) {
        return point(side == Side.RIGHT ? 18 : 27);
    }

    Point commissure(Side side) {
        return point(side == Side.RIGHT ? 87 : 93);
    }

    /** Medial to lateral. */
    Polyline browUpper(Side side) {
        return line(side, new int[] {75, 74, 73, 72, 71}, new int[] {78, 79, 80, 81, 82});
    }

    /** Medial to lateral. */
    Polyline browLower(Side side) {
        return line(side, new int[] {76, 84, 83, 71}, new int[] {77, 85, 86, 82});
    }

    /** Medial to lateral. */
    Polyline upperLid(Side side) {
        return line(side, new int[] {22, 21, 20, 19, 18}, new int[] {23, 24, 25, 26, 27});
    }

    /** Medial to lateral. */
    Polyline lowerLid(Side side) {
        return line(side, new int[] {22, 30, 29, 28, 18}, new int[] {23, 31, 32, 33, 27});
    }

    /** Medial to lateral. */
    Polyline lidCrease(Side side) {
        return line(side, new int[] {38, 37, 36, 35, 34}, new int[] {39, 40, 41, 42, 43});
    }

    /** From the subject's right temple over the forehead to the left. */
    Polyline hairline() {
        return line(134, 135, 136, 137, 138, 139, 140, 141, 142, 143, 144);
    }

    /** Along the jaw, from below one ear to the other. */
    Polyline jaw() {
        return line(125, 126, 127, 128, 129, 130, 131, 132, 133);
    }

    /** From the ala down past the commissure, where a smile folds the cheek. */
    Polyline nasolabial(Side side) {
        return line(side, new int[] {62, 158, 159, 160}, new int[] {67, 161, 162, 163});
    }

    /** Outer border of the lips, closed by its first point. */
    List<Point> lips() {
        return Arrays.stream(new int[] {87, 88, 89, 90, 91, 92, 93, 108, 107, 106, 105, 104})
                .mapToObj(points::get)
                .toList();
    }

    double midlineX() {
        return (pupil(Side.RIGHT).x() + pupil(Side.LEFT).x()) / 2;
    }

    double pupilY() {
        return (pupil(Side.RIGHT).y() + pupil(Side.LEFT).y()) / 2;
    }

    /** +1 on the subject's left (large x), −1 on the right: away from the midline. */
    static int outwards(Side side) {
        return side == Side.LEFT ? 1 : -1;
    }
}
