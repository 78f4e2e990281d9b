package rhytid.measure;

import java.util.function.DoubleFunction;
import rhytid.face.Face;

/**
 * One independent reason why a measure of the same face would come out differently next time.
 *
 * @param moved the face as it would be, had this source erred by so many of its standard errors
 */
record NoiseSource(DoubleFunction<Face> moved) {

    /** One standard error down, one up: their mean square is right for bent measures too. */
    static final double[] EITHER_WAY = {-1, 1};
}
