package rhytid.wrinkle;

import rhytid.geometry.Point;

/**
 * What the follow-up's lines are divided by before they are held against the baseline's.
 *
 * @param gain of the photo's contrast as a whole, light apart
 * @param turn of the light, which lines of different directions feel differently
 */
record AfterContrast(ContrastGain gain, LightTurn turn) {

    /** A photo that is measured for itself. */
    static final AfterContrast OWN = new AfterContrast(new ContrastGain(1, 0), LightTurn.NONE);

    /** @param normal of a line, of length 1 */
    double gain(Point normal) {
        return gain.gain() * turn.gain(normal);
    }
}
