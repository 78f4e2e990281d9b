package rhytid.bench;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.hconcat;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.rectangle;

import java.util.function.BiFunction;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import rhytid.face.Face;
import rhytid.face.FaceMesh;
import rhytid.geometry.Box;
import rhytid.geometry.Point;
import rhytid.photo.Photo;

/** Every way to spoil a good portrait that the photo gate must notice. */
public enum Unfit {
    BLURRED((photo, face) -> {
        Mat out = new Mat();
        GaussianBlur(photo.pixels(), out, new Size(0, 0), face.scale().pixels(1.2));
        return out;
    }),
    DARK((photo, face) -> scaled(photo, 0.25)),
    BURNT((photo, face) -> scaled(photo, 2.2)),
    TURNED((photo, face) ->
            PictureWarp.turned(photo, face, face.pose().yaw() < 0 ? -32 : 32, 0).pixels()),
    TILTED((photo, face) -> PictureWarp.turned(photo, face, 0, face.pose().pitch() < 0 ? -34 : 34)
            .pixels()),
    CUT_OFF((photo, face) -> {
        Box box = face.landmarks().box();
        int right = (int) (box.x() + 0.75 * box.width());
        return new Mat(photo.pixels(), new Rect(0, 0, right, photo.height())).clone();
    }),
    CUT_OFF_CHIN((photo, face) -> {
        Box box = face.landmarks().box();
        int bottom = (int) (box.y() + 0.85 * box.height());
        return new Mat(photo.pixels(), new Rect(0, 0, photo.width(), bottom)).clone();
    }),
    MASKED((photo, face) -> {
        Box box = face.landmarks().box();
        double top = face.landmarks().point(FaceMesh.NOSE_TIP).y();
        return covered(photo, new Box(box.x(), top, box.width(), box.bottom() - top), new Scalar(190, 160, 120, 0));
    }),
    EYE_PATCH((photo, face) -> {
        Point pupil = face.landmarks().pupil(rhytid.face.Side.RIGHT);
        double r = face.scale().pixels(22);
        return covered(photo, new Box(pupil.x() - r, pupil.y() - r, 2 * r, 2 * r), new Scalar(40, 40, 40, 0));
    }),
    TWO_FACES((photo, face) -> {
        Mat out = new Mat();
        try (MatVector both = new MatVector(photo.pixels(), photo.pixels())) {
            hconcat(both, out);
        }
        return out;
    }),
    NO_FACE((photo, face) -> {
        Mat out = new Mat(photo.height(), photo.width(), CV_8UC3, new Scalar(150, 160, 170, 0));
        return out;
    }),
    EYES_CLOSED((photo, face) -> PictureWarp.eyesClosed(photo, face).pixels());

    private final BiFunction<Photo, Face, Mat> spoil;

    Unfit(BiFunction<Photo, Face, Mat> spoil) {
        this.spoil = spoil;
    }

    /** The portrait spoilt, for the caller to close. */
    public Photo of(Photo photo, Face face) {
        return new Photo(spoil.apply(photo, face), photo.info());
    }

    private static Mat scaled(Photo photo, double factor) {
        Mat out = new Mat();
        photo.pixels().convertTo(out, -1, factor, 0);
        return out;
    }

    private static Mat covered(Photo photo, Box box, Scalar colour) {
        Mat out = photo.pixels().clone();
        rectangle(out, new Rect((int) box.x(), (int) box.y(), (int) box.width(), (int) box.height()), colour, -1, 8, 0);
        return out;
    }
}
