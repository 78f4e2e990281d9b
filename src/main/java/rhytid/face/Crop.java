package rhytid.face;

import java.util.List;
import rhytid.geometry.Affine;
import rhytid.geometry.Point;

/**
 * A square part of the photo that is shown to the landmark network.
 *
 * @param centre its centre, in pixels of the photo
 * @param side its side, in pixels of the photo
 * @param angle by how much it is turned, in radians, clockwise on screen
 */
record Crop(Point centre, double side, double angle) {

    /** The square around a detector's box, turned so that the eyes are level. */
    static Crop around(Detection face, double scale) {
        Point eyes = face.leftEye().minus(face.rightEye());
        double longer = Math.max(face.box().width(), face.box().height());
        return new Crop(face.box().centre(), scale * longer, Math.atan2(eyes.y(), eyes.x()));
    }

    /** The square around a face's own points, turned so that its outer canthi are level. */
    static Crop around(List<Point> face, double scale) {
        Point eyes = face.get(FaceMesh.lateralCanthus(Side.LEFT)).minus(face.get(FaceMesh.lateralCanthus(Side.RIGHT)));
        double angle = Math.atan2(eyes.y(), eyes.x());
        Affine level = Affine.similarity(1, -angle, new Point(0, 0));
        // The irises lie inside the box of the other points by nature, so they may as well count.
        var box = rhytid.geometry.Box.around(face.stream().map(level::apply).toList());
        return new Crop(level.inverse().apply(box.centre()), scale * Math.max(box.width(), box.height()), angle);
    }

    /** The same square moved by shares of its side along its own axes, turned and scaled. */
    Crop shifted(double right, double down, double turn, double scaling) {
        Point move = Affine.similarity(side, angle, new Point(0, 0)).apply(new Point(right, down));
        return new Crop(centre.plus(move), side * scaling, angle + turn);
    }

    /** From pixels of the photo to pixels of the crop when it is drawn {@code size} pixels wide. */
    Affine toPixels(int size) {
        Affine turn = Affine.similarity(size / side, -angle, new Point(0, 0));
        Point middle = new Point(size / 2.0, size / 2.0);
        return turn.movedBy(middle.minus(turn.apply(centre)));
    }
}
