package rhytid.bench;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.hconcat;
import static org.bytedeco.opencv.global.opencv_core.mean;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.filter2D;
import static org.bytedeco.opencv.global.opencv_imgproc.line;

import java.util.Locale;
import java.util.function.BiFunction;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import rhytid.face.Face;
import rhytid.face.FaceMesh;
import rhytid.face.Side;
import rhytid.geometry.Box;
import rhytid.photo.Photo;

/** Every way to spoil a good portrait that the photo gate must notice. */
public enum Unfit {
    BLURRED((photo, face) -> {
        Mat out = new Mat();
        GaussianBlur(photo.pixels(), out, new Size(0, 0), face.scale().pixels(1.2));
        return out;
    }),
    SHAKEN(Unfit::shaken),
    DARK((photo, face) -> exposed(photo, -3.3)),
    BURNT(Unfit::burnt),
    TURNED((photo, face) -> turned(photo, face, 24, 0)),
    TILTED((photo, face) -> turned(photo, face, 0, 28)),
    CUT_OFF_SIDE((photo, face) -> {
        Box box = face.landmarks().box();
        int right = (int) (box.x() + 0.75 * box.width());
        return new Mat(photo.pixels(), new Rect(0, 0, right, photo.height())).clone();
    }),
    CUT_OFF_CHIN((photo, face) -> {
        Box box = face.landmarks().box();
        int bottom = (int) (box.y() + 0.85 * box.height());
        return new Mat(photo.pixels(), new Rect(0, 0, photo.width(), bottom)).clone();
    }),
    CUT_OFF_FOREHEAD((photo, face) -> {
        Box box = face.landmarks().box();
        int top = (int) (box.y() + 0.2 * box.height());
        return new Mat(photo.pixels(), new Rect(0, top, photo.width(), photo.height() - top)).clone();
    }),
    MASK((photo, face) -> new Cover(photo, face).mask()),
    HAND((photo, face) -> new Cover(photo, face).hand()),
    SUNGLASSES((photo, face) -> new Cover(photo, face).sunglasses()),
    HAIR_OVER_AN_EYE((photo, face) -> new Cover(photo, face).hairOverAnEye()),
    TWO_FACES((photo, face) -> {
        Mat out = new Mat();
        try (MatVector both = new MatVector(photo.pixels(), photo.pixels())) {
            hconcat(both, out);
        }
        return out;
    }),
    NO_FACE((photo, face) -> new Mat(photo.height(), photo.width(), CV_8UC3, new Scalar(150, 160, 170, 0))),
    EYES_CLOSED((photo, face) -> PictureWarp.eyesClosed(photo, face).pixels());

    private static final double GAMMA = 2.2;

    private final BiFunction<Photo, Face, Mat> spoil;

    Unfit(BiFunction<Photo, Face, Mat> spoil) {
        this.spoil = spoil;
    }

    /** The portrait spoilt, for the caller to close. */
    public Photo of(Photo photo, Face face) {
        return new Photo(spoil.apply(photo, face), photo.info());
    }

    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Away from the front until it is turned by so much, the way it leans already. */
    private static Mat turned(Photo photo, Face face, double yaw, double pitch) {
        double signedYaw = Math.copySign(yaw, face.pose().yaw());
        double signedPitch = Math.copySign(pitch, face.pose().pitch());
        return HeadTurn.of(photo, face, yaw == 0 ? 0 : signedYaw, pitch == 0 ? 0 : signedPitch)
                .pixels();
    }

    /** The camera moved by four millimetres of the face while the shutter was open. */
    private static Mat shaken(Photo photo, Face face) {
        int length = (int) Math.round(face.scale().pixels(4)) | 1;
        Mat out = new Mat();
        try (Mat kernel = new Mat(length, length, CV_32F, new Scalar(0, 0, 0, 0));
                Point from = new Point(0, length / 4);
                Point to = new Point(length - 1, length - 1 - length / 4)) {
            line(kernel, from, to, new Scalar(1.0 / length, 0, 0, 0));
            filter2D(photo.pixels(), out, -1, kernel);
        }
        return out;
    }

    /** Exposed until the cheeks ought to be half as light again as white is. */
    private static Mat burnt(Photo photo, Face face) {
        double cheek = 0;
        for (Side side : Side.values()) {
            rhytid.geometry.Point at = face.landmarks().point(FaceMesh.cheek(side));
            int reach = (int) face.scale().pixels(5);
            try (Mat patch = new Mat(
                    photo.pixels(), new Rect((int) at.x() - reach, (int) at.y() - reach, 2 * reach, 2 * reach))) {
                cheek += mean(patch).get(1) / 2;
            }
        }
        return exposed(photo, GAMMA * Math.log(255 / cheek) / Math.log(2) + Math.log(1.5) / Math.log(2));
    }

    /** So many stops more light, as far as a camera's curve is a power of 2.2. */
    private static Mat exposed(Photo photo, double stops) {
        Mat out = new Mat();
        photo.pixels().convertTo(out, -1, Math.pow(2, stops / GAMMA), 0);
        return out;
    }
}
