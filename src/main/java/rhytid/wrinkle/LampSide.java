package rhytid.wrinkle;

import java.util.ArrayList;
import java.util.List;
import rhytid.face.FaceMesh;

/**
 * On which side of the face the lamp stands, told from its two halves: they have the same shape and the same colour, so
 * what one is brighter by comes from the light.
 *
 * @param across the vector towards the light along the picture's x, over its part towards the camera
 * @param error its standard error
 */
record LampSide(double across, double error) {

    /** Spread of where lamps stand: within 20° of the middle. */
    private static final double SPREAD = 0.15;

    /**
     * Halves differ by more than the light: hair, blood, a nose that is not straight. London faces with odd numbers,
     * one lamp for all, scattered so.
     */
    private static final double OWN_ASYMMETRY = 0.074;

    /** What is believed of what is seen. */
    private static final double BELIEVED = 1 / (1 + OWN_ASYMMETRY * OWN_ASYMMETRY / (SPREAD * SPREAD));

    static final LampSide UNKNOWN = new LampSide(0, SPREAD);

    /** A pair of places that is off by more than this, in ln(light), counts less. */
    private static final double HUBER = 0.06;

    private static final int LEAST_PAIRS = 30;
    private static final int ROUNDS = 6;

    /** @param ln light at the places of {@link FaceShading} */
    static LampSide of(double[] ln) {
        List<double[]> pairs = new ArrayList<>();
        for (int i = 0; i < ln.length; i++) {
            int other = FaceMesh.mirror(i);
            if (other > i && !Double.isNaN(ln[i] - ln[other])) {
                pairs.add(new double[] {FaceShading.shade(i)[0] - FaceShading.shade(other)[0], ln[i] - ln[other]});
            }
        }
        if (pairs.size() < LEAST_PAIRS) {
            return UNKNOWN;
        }
        double[] fit = new double[1];
        for (int round = 0; round < ROUNDS; round++) {
            LeastSquares equations = new LeastSquares(1);
            for (double[] pair : pairs) {
                double off = Math.abs(LeastSquares.left(pair, fit));
                equations.add(pair, round == 0 ? 1 : 1 / Math.max(1, off / HUBER));
            }
            fit = equations.solved();
        }
        return new LampSide(-BELIEVED * fit[0], OWN_ASYMMETRY * Math.sqrt(BELIEVED));
    }
}
