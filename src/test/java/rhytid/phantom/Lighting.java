package rhytid.phantom;

/**
 * Where the main light stands and what the camera makes of it.
 *
 * @param azimuthDeg towards the subject's left positive, 0 from the front
 * @param elevationDeg above the eyes
 * @param exposureEv exposure in stops: 1 is twice the light
 * @param warmth shift of the white balance: 0.1 is 10 % more red and 10 % less blue
 */
public record Lighting(double azimuthDeg, double elevationDeg, double exposureEv, double warmth) {

    /** Softbox a little to the subject's right, above. */
    public static final Lighting NOMINAL = new Lighting(-18, 38, 0, 0);

    /**
     * The light the depth of a line is stated for: from the midline, or the folds of one face's two sides, stated to be
     * as deep, would have to be shaped otherwise.
     */
    public static final Lighting STATED = NOMINAL.from(0, NOMINAL.elevationDeg());

    public Lighting from(double azimuth, double elevation) {
        return new Lighting(azimuth, elevation, exposureEv, warmth);
    }

    public Lighting exposure(double ev) {
        return new Lighting(azimuthDeg, elevationDeg, ev, warmth);
    }

    public Lighting warmth(double share) {
        return new Lighting(azimuthDeg, elevationDeg, exposureEv, share);
    }

    /** Unit vector towards the light: x right in the picture, y down, z to the camera. */
    double[] direction() {
        double az = Math.toRadians(azimuthDeg);
        double el = Math.toRadians(elevationDeg);
        return new double[] {Math.sin(az) * Math.cos(el), -Math.sin(el), Math.cos(az) * Math.cos(el)};
    }
}
