package rhytid.bench;

import static org.bytedeco.opencv.global.opencv_core.mean;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.LINE_AA;
import static org.bytedeco.opencv.global.opencv_imgproc.ellipse;
import static org.bytedeco.opencv.global.opencv_imgproc.fillConvexPoly;
import static org.bytedeco.opencv.global.opencv_imgproc.line;

import java.util.List;
import java.util.Random;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import rhytid.face.Face;
import rhytid.face.FaceMesh;
import rhytid.face.Side;
import rhytid.geometry.Point;
import rhytid.photo.Photo;

/** Draws things before a face that hide a part of it. */
final class Cover {

    private final Mat picture;
    private final Face face;
    private final Point level;
    private final Point down;

    Cover(Photo photo, Face face) {
        this.picture = photo.pixels().clone();
        this.face = face;
        this.down = face.landmarks().up().times(-1);
        this.level = down.quarterTurn().times(-1);
    }

    /** A surgical mask from the bridge of the nose to below the chin, with its folds. */
    Mat mask() {
        Point nose = mesh(FaceMesh.NASION).towards(mesh(FaceMesh.NOSE_TIP), 0.55);
        Point chin = mesh(FaceMesh.MENTON).plus(down.times(px(8)));
        Point right = mesh(FaceMesh.zygion(Side.RIGHT)).towards(mesh(FaceMesh.gonion(Side.RIGHT)), 0.3);
        Point left = mesh(FaceMesh.zygion(Side.LEFT)).towards(mesh(FaceMesh.gonion(Side.LEFT)), 0.3);
        Point rightJaw = mesh(FaceMesh.gonion(Side.RIGHT)).plus(down.times(px(6)));
        Point leftJaw = mesh(FaceMesh.gonion(Side.LEFT)).plus(down.times(px(6)));
        List<Point> outline = List.of(right, nose, left, leftJaw, chin, rightJaw);
        polygon(outline, new Scalar(200, 178, 140, 0));
        for (double share : new double[] {0.35, 0.55, 0.75}) {
            stroke(right.towards(rightJaw, share), left.towards(leftJaw, share), 1.5, new Scalar(170, 150, 115, 0));
        }
        return picture;
    }

    /** Four fingers of the person's own colour laid across the mouth, from the chin's side. */
    Mat hand() {
        Scalar skin = skin();
        Scalar shade = scaled(skin, 0.72);
        Point mouth = mesh(FaceMesh.UPPER_LIP_BOTTOM);
        for (int finger = 0; finger < 4; finger++) {
            Point tip =
                    mouth.plus(level.times(px(30 - 4 * Math.abs(finger - 1)))).plus(down.times(px(16 * finger - 22)));
            Point root = mouth.minus(level.times(px(75))).plus(down.times(px(20 * finger + 2)));
            stroke(root, tip, 17, shade);
            stroke(root, tip, 15, skin);
            stroke(root.minus(down.times(px(3))), tip.minus(down.times(px(3))), 5, scaled(skin, 1.08));
        }
        return softened(0.4);
    }

    /** Dark glasses with a thin frame and a reflection. */
    Mat sunglasses() {
        Scalar glass = new Scalar(38, 30, 28, 0);
        for (Side side : Side.values()) {
            Point pupil = face.landmarks().pupil(side).plus(down.times(px(3)));
            oval(pupil, 28, 22, glass);
            oval(pupil.minus(down.times(px(8))).plus(level.times(px(6))), 9, 4, new Scalar(85, 75, 70, 0));
        }
        stroke(face.landmarks().pupil(Side.RIGHT), face.landmarks().pupil(Side.LEFT), 3, new Scalar(20, 20, 20, 0));
        return softened(0.3);
    }

    /** A strand of hair that falls over the right eye down to the cheek. */
    Mat hairOverAnEye() {
        Random random = new Random(7);
        Point pupil = face.landmarks().pupil(Side.RIGHT);
        Point top = mesh(FaceMesh.FOREHEAD_TOP).minus(down.times(px(10))).minus(level.times(px(8)));
        for (int hair = 0; hair < 500; hair++) {
            double across = 19 * random.nextGaussian() / 1.4;
            double tone = 22 + 45 * random.nextDouble();
            Point middle = pupil.plus(level.times(px(across))).plus(down.times(px(4 * random.nextGaussian())));
            Point end =
                    middle.plus(down.times(px(38 + 8 * random.nextGaussian()))).minus(level.times(px(14)));
            Point start = top.plus(level.times(px(0.6 * across)));
            Scalar colour = new Scalar(0.6 * tone, 0.75 * tone, tone, 0);
            stroke(start, middle, 0.5, colour);
            stroke(middle, end, 0.5, colour);
        }
        return softened(0.15);
    }

    private Mat softened(double mm) {
        GaussianBlur(picture, picture, new Size(0, 0), Math.max(0.3, px(mm) / 2));
        return picture;
    }

    private Scalar skin() {
        Point cheek = mesh(FaceMesh.cheek(Side.LEFT));
        int r = (int) px(5);
        try (Mat patch = new Mat(picture, new Rect((int) cheek.x() - r, (int) cheek.y() - r, 2 * r, 2 * r))) {
            return mean(patch);
        }
    }

    private static Scalar scaled(Scalar colour, double factor) {
        return new Scalar(
                Math.min(255, colour.get(0) * factor),
                Math.min(255, colour.get(1) * factor),
                Math.min(255, colour.get(2) * factor),
                0);
    }

    private void polygon(List<Point> outline, Scalar colour) {
        try (org.bytedeco.opencv.opencv_core.Point points = new org.bytedeco.opencv.opencv_core.Point(outline.size())) {
            for (int i = 0; i < outline.size(); i++) {
                points.position(i).x((int) outline.get(i).x()).y((int)
                        outline.get(i).y());
            }
            fillConvexPoly(picture, points.position(0), outline.size(), colour, LINE_AA, 0);
        }
    }

    private void stroke(Point from, Point to, double widthMm, Scalar colour) {
        line(picture, native2(from), native2(to), colour, Math.max(1, (int) Math.round(px(widthMm))), LINE_AA, 0);
    }

    private void oval(Point centre, double acrossMm, double highMm, Scalar colour) {
        Size half = new Size((int) px(acrossMm), (int) px(highMm));
        double turn = Math.toDegrees(Math.atan2(level.y(), level.x()));
        ellipse(picture, native2(centre), half, turn, 0, 360, colour, -1, LINE_AA, 0);
    }

    private static org.bytedeco.opencv.opencv_core.Point native2(Point p) {
        return new org.bytedeco.opencv.opencv_core.Point((int) Math.round(p.x()), (int) Math.round(p.y()));
    }

    private Point mesh(int index) {
        return face.landmarks().point(index);
    }

    private double px(double mm) {
        return face.scale().pixels(mm);
    }
}
