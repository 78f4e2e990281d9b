package rhytid.photo;

import static org.bytedeco.opencv.global.opencv_core.ROTATE_180;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_CLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_COUNTERCLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.flip;
import static org.bytedeco.opencv.global.opencv_core.rotate;
import static org.bytedeco.opencv.global.opencv_core.transpose;

import org.bytedeco.opencv.opencv_core.Mat;

/** Turns a picture as its EXIF orientation says (CIPA DC-008, tag 274). The only place in the program that does. */
final class Upright {

    private static final int ABOUT_VERTICAL_AXIS = 1;
    private static final int ABOUT_HORIZONTAL_AXIS = 0;

    private Upright() {}

    /**
     * The picture as a person sees it: the given one itself for orientation 1, else a new one in whose favour the given
     * one is closed.
     *
     * @param orientation 1 to 8
     */
    static Mat turn(Mat stored, int orientation) {
        if (orientation == 1) {
            return stored;
        }
        Mat upright = new Mat();
        switch (orientation) {
            case 2 -> flip(stored, upright, ABOUT_VERTICAL_AXIS);
            case 3 -> rotate(stored, upright, ROTATE_180);
            case 4 -> flip(stored, upright, ABOUT_HORIZONTAL_AXIS);
            case 5 -> transpose(stored, upright);
            case 6 -> rotate(stored, upright, ROTATE_90_CLOCKWISE);
            case 7 -> {
                rotate(stored, upright, ROTATE_180);
                transpose(upright, upright);
            }
            case 8 -> rotate(stored, upright, ROTATE_90_COUNTERCLOCKWISE);
            default -> throw new IllegalArgumentException("orientation " + orientation);
        }
        stored.close();
        return upright;
    }
}
