package rhytid.wrinkle;

import rhytid.geometry.Point;

/**
 * By how much the light comes from elsewhere in the follow-up, and what that makes of lines.
 *
 * <p>A furrow is dark because less light reaches its bottom, and because one of its walls looks away from the lamp. The
 * second part grows with the light that falls across it, so the same furrow looks deeper when the lamp is raised. What
 * that makes of a line is taken as √({@link #HOLLOW}² + a²), a being the light across it over the light towards the
 * camera.
 *
 * @param across change of the vector towards the light, along the picture's x, over its part towards the camera
 * @param down the same along the picture's y: negative where the light came from higher up
 * @param acrossError standard error of across
 * @param downError standard error of down
 * @param side where the lamp stands, in the mean of both photos
 */
record LightTurn(double across, double down, double acrossError, double downError, LampSide side) {

    static final LightTurn NONE = new LightTurn(0, 0, 0, 0, LampSide.UNKNOWN);

    /**
     * The share of a line's darkness that no turn of the light changes, in the unit of a. With this, lines of phantoms
     * (seeds 900 to 911) kept their depth best.
     */
    private static final double HOLLOW = 0.29;

    /**
     * The same for the skin's own texture, which is pigment as much as relief: of the contrast of phantoms' cheeks
     * (seeds 900 to 911).
     */
    private static final double PIGMENT = 0.58;

    /** Of the correction itself: of phantoms' lines (seeds 700 to 713) 0.1 to 0.16, by region; skin is no phantom. */
    private static final double CORRECTION_DOUBT = 0.25;

    /** Standard deviation of a turn across or down, of lamps up to 30° apart: what is told badly is likelier less. */
    private static final double USUAL_TURN = 0.12;

    /** How much deeper the follow-up's light alone makes a line look, given the line's normal. */
    double gain(Point normal) {
        return Math.exp(lnGain(normal, side.across()));
    }

    /** @param aside where the lamp stands, in the mean of both photos */
    private double lnGain(Point normal, double aside) {
        double usual = lamp(aside).dot(normal);
        double turn = across * normal.x() + down * normal.y();
        return Math.log(Math.hypot(HOLLOW, usual + turn / 2) / Math.hypot(HOLLOW, usual - turn / 2));
    }

    private static Point lamp(double aside) {
        return new Point(aside, FaceShading.USUAL.y());
    }

    /** How much more contrast it gives to the skin's texture, which runs in all directions. */
    double ofTexture() {
        Point half = new Point(across, down).times(0.5);
        Point lamp = lamp(side.across());
        return Math.hypot(PIGMENT, lamp.plus(half).norm())
                / Math.hypot(PIGMENT, lamp.minus(half).norm());
    }

    /** Standard error of ln(gain): of the turn, of the correction, and of where the lamp stands. */
    double doubt(Point normal) {
        double usual = lamp(side.across()).dot(normal);
        double perTurn = usual / (HOLLOW * HOLLOW + usual * usual);
        double ofSide =
                (lnGain(normal, side.across() + side.error()) - lnGain(normal, side.across() - side.error())) / 2;
        double own = CORRECTION_DOUBT * lnGain(normal, side.across());
        double ofTurn = perTurn * Math.hypot(normal.x() * acrossError, normal.y() * downError);
        return Math.hypot(Math.hypot(ofTurn, ofSide), own);
    }

    /** The mean of what the reading and how far lamps usually move make likely, and its standard error. */
    LightTurn believed() {
        double ofAcross = 1 / (1 + Math.pow(acrossError / USUAL_TURN, 2));
        double ofDown = 1 / (1 + Math.pow(downError / USUAL_TURN, 2));
        return new LightTurn(
                ofAcross * across,
                ofDown * down,
                Math.sqrt(ofAcross) * acrossError,
                Math.sqrt(ofDown) * downError,
                side);
    }
}
