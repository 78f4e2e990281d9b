package rhytid.face;

import java.util.List;
import rhytid.geometry.Affine;
import rhytid.geometry.Box;
import rhytid.geometry.Point;

/**
 * The 478 points of the MediaPipe face mesh in pixels of the upright photo: origin at the centre of the top left pixel,
 * y down. 468 is the centre of the iris on the subject's right, 473 on the left.
 *
 * @param points all 478, in the mesh's order
 * @param presence how sure the network is that this is a face, 0 to 1
 * @param spreadPx standard error of a point's place from several looks at the face, in pixels: by about how much it
 *     would move if the same face were framed anew
 * @throws IllegalArgumentException if there are not 478 points
 */
public record FaceLandmarks(List<Point> points, double presence, double spreadPx) {

    public static final int COUNT = 478;

    public FaceLandmarks {
        points = List.copyOf(points);
        if (points.size() != COUNT) {
            throw new IllegalArgumentException(points.size() + " points instead of " + COUNT);
        }
    }

    public Point point(int index) {
        return points.get(index);
    }

    public List<Point> points(int... indices) {
        return java.util.Arrays.stream(indices).mapToObj(points::get).toList();
    }

    /** The box of all points. */
    public Box box() {
        return Box.around(points);
    }

    public Point pupil(Side side) {
        return point(side == Side.RIGHT ? 468 : 473);
    }

    public double interpupillaryPx() {
        return pupil(Side.RIGHT).distanceTo(pupil(Side.LEFT));
    }

    /**
     * The facial vertical: a unit vector across the pupillary line, towards the forehead.
     *
     * @throws ArithmeticException if the pupils coincide
     */
    public Point up() {
        return pupil(Side.LEFT).minus(pupil(Side.RIGHT)).unit().quarterTurn().times(-1);
    }

    public FaceLandmarks transformed(Affine transform) {
        return new FaceLandmarks(
                points.stream().map(transform::apply).toList(), presence, spreadPx * transform.scale());
    }
}
