package rhytid.phantom;

import rhytid.geometry.Point;

/**
 * How the face lies in the picture.
 *
 * @param heightPx of the picture; it is four fifths as wide
 * @param heightMm how much of the plane of the face the picture's height shows
 * @param rollDeg how far the picture of the face is turned, clockwise on screen (the head leans to the subject's left)
 * @param shiftMm how far the face is moved from the middle
 * @param yawDeg the head turned towards the subject's left, an approximation good to about 25°
 * @param pitchDeg the head lifted
 */
public record Framing(int heightPx, double heightMm, double rollDeg, Point shiftMm, double yawDeg, double pitchDeg) {

    /** A clinic's portrait: the head fills the picture. */
    public static final Framing PORTRAIT = new Framing(2000, 286, 0, new Point(0, 0), 0, 0);

    public Framing {
        if (heightPx < 100 || !(heightMm > 0)) {
            throw new IllegalArgumentException("a picture of " + heightPx + " px that shows " + heightMm + " mm");
        }
    }

    public int widthPx() {
        return heightPx * 4 / 5;
    }

    public double pxPerMm() {
        return heightPx / heightMm;
    }

    public Framing heightPx(int px) {
        return new Framing(px, heightMm, rollDeg, shiftMm, yawDeg, pitchDeg);
    }

    public Framing heightMm(double mm) {
        return new Framing(heightPx, mm, rollDeg, shiftMm, yawDeg, pitchDeg);
    }

    public Framing roll(double degrees) {
        return new Framing(heightPx, heightMm, degrees, shiftMm, yawDeg, pitchDeg);
    }

    public Framing shift(double xMm, double yMm) {
        return new Framing(heightPx, heightMm, rollDeg, new Point(xMm, yMm), yawDeg, pitchDeg);
    }

    public Framing turned(double yaw, double pitch) {
        return new Framing(heightPx, heightMm, rollDeg, shiftMm, yaw, pitch);
    }
}
