package rhytid.face;

import rhytid.geometry.Box;
import rhytid.geometry.Point;

/**
 * Where a detector saw a face, in pixels of the photo.
 *
 * @param score how sure it is, 0 to 1
 * @param rightEye the subject's right eye
 * @param leftEye the subject's left eye
 */
record Detection(Box box, double score, Point rightEye, Point leftEye) {

    /** The same in another frame. */
    Detection scaled(double factor) {
        Box scaled = new Box(box.x() * factor, box.y() * factor, box.width() * factor, box.height() * factor);
        return new Detection(scaled, score, rightEye.times(factor), leftEye.times(factor));
    }
}
