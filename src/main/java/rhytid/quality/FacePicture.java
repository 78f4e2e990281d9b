package rhytid.quality;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_64F;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.warpAffine;

import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import rhytid.face.Face;
import rhytid.face.FaceMesh;
import rhytid.face.Side;
import rhytid.geometry.Affine;
import rhytid.geometry.Box;
import rhytid.geometry.Point;
import rhytid.photo.Halving;
import rhytid.photo.Photo;

/**
 * A face brought upright and to one size, for judging light and colour: two pixels a millimetre, the middle between the
 * pupils at a fixed place. Plain Java memory; nothing to close.
 */
final class FacePicture {

    private static final double PX_PER_MM = 2;
    private static final int WIDTH = 340;
    private static final int HEIGHT = 440;
    private static final Point EYES = new Point(170, 190);

    /** A photo this many times finer than the picture is halved first. */
    private static final double HALVED_FROM = 3;

    private final byte[] bgr;
    private final Affine fromPhoto;

    private FacePicture(byte[] bgr, Affine fromPhoto) {
        this.bgr = bgr;
        this.fromPhoto = fromPhoto;
    }

    static FacePicture of(Photo photo, Face face) {
        Affine fromPhoto = upright(face);
        byte[] bgr = new byte[WIDTH * HEIGHT * 3];
        try (PointerScope scope = new PointerScope()) {
            Rect part = part(photo, face);
            Mat crop = new Mat(photo.pixels(), part);
            Affine toPicture =
                    Affine.IDENTITY.movedBy(new Point(part.x(), part.y())).then(fromPhoto);
            double averaged = 0;
            // Half after half is as smooth as a blur at full size, and many times quicker.
            while (1 / toPicture.scale() > HALVED_FROM) {
                crop = Halving.of(crop);
                toPicture = Halving.TO_HALF.inverse().then(toPicture);
                averaged = (averaged + 0.25) / 4;
            }
            Mat smooth = crop;
            double shrink = 1 / toPicture.scale();
            if (shrink > 1.2) {
                smooth = new Mat();
                GaussianBlur(crop, smooth, new Size(0, 0), Math.sqrt(square(0.45 * shrink) - averaged));
            }
            Mat out = new Mat();
            warpAffine(
                    smooth,
                    out,
                    matrix(toPicture),
                    new Size(WIDTH, HEIGHT),
                    INTER_LINEAR,
                    BORDER_REPLICATE,
                    new Scalar(0, 0, 0, 0));
            new BytePointer(out.data()).get(bgr);
        }
        return new FacePicture(bgr, fromPhoto);
    }

    /** The pixels of a disc on the face. */
    Patch disc(Point photoPixels, double radiusMm) {
        Point centre = fromPhoto.apply(photoPixels);
        double radius = radiusMm * PX_PER_MM;
        return patch(Box.around(List.of(centre)), radius, p -> p.distanceTo(centre) <= radius);
    }

    /** The pixels within a closed outline, given in pixels of the photo. */
    Patch within(List<Point> outline) {
        rhytid.geometry.Polygon polygon = new rhytid.geometry.Polygon(outline).transformed(fromPhoto);
        return patch(polygon.bounds(), 0, polygon::contains);
    }

    private Patch patch(Box around, double margin, java.util.function.Predicate<Point> inside) {
        Patch.Builder builder = new Patch.Builder();
        int left = (int) Math.max(0, Math.floor(around.x() - margin));
        int right = (int) Math.min(WIDTH - 1.0, Math.ceil(around.right() + margin));
        int top = (int) Math.max(0, Math.floor(around.y() - margin));
        int bottom = (int) Math.min(HEIGHT - 1.0, Math.ceil(around.bottom() + margin));
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                if (inside.test(new Point(x, y))) {
                    int at = 3 * (y * WIDTH + x);
                    builder.add(bgr[at] & 0xff, bgr[at + 1] & 0xff, bgr[at + 2] & 0xff);
                }
            }
        }
        return builder.build();
    }

    private static double square(double v) {
        return v * v;
    }

    private static Affine upright(Face face) {
        Point right = face.landmarks().point(FaceMesh.irisCentre(Side.RIGHT));
        Point left = face.landmarks().point(FaceMesh.irisCentre(Side.LEFT));
        Point middle = right.towards(left, 0.5);
        Point level = left.minus(right);
        double scale = PX_PER_MM / face.scale().pxPerMm();
        Affine turned = Affine.similarity(scale, -Math.atan2(level.y(), level.x()), new Point(0, 0));
        return turned.movedBy(EYES.minus(turned.apply(middle)));
    }

    /** The face with a margin, as far as the photo goes. */
    private static Rect part(Photo photo, Face face) {
        Box box = face.landmarks().box();
        double margin = 0.25 * Math.max(box.width(), box.height());
        int x = (int) Math.clamp(box.x() - margin, 0, photo.width() - 2.0);
        int y = (int) Math.clamp(box.y() - margin, 0, photo.height() - 2.0);
        int right = (int) Math.clamp(box.right() + margin, x + 1.0, photo.width());
        int bottom = (int) Math.clamp(box.bottom() + margin, y + 1.0, photo.height());
        return new Rect(x, y, right - x, bottom - y);
    }

    private static Mat matrix(Affine map) {
        Mat matrix = new Mat(2, 3, CV_64F);
        try (DoubleIndexer m = matrix.createIndexer()) {
            m.put(0, 0, map.a(), map.b(), map.tx());
            m.put(1, 0, map.c(), map.d(), map.ty());
        }
        return matrix;
    }
}
