package rhytid.phantom;

import rhytid.face.Side;

/**
 * How much of a brow's movement each place of the skin takes part in: all on the brow, less and less up to the
 * hairline, none from the crease of the lid down.
 */
final class BrowHold {

    /** How far above the brow the forehead still follows, mm. */
    private static final double FOREHEAD_MM = 42;

    private final double[] upper;
    private final double[] lower;
    private final double[] crease;
    private final double[] lift;

    /**
     * @param xMm the columns of the grid
     * @param shift of the brow, up positive
     */
    BrowHold(Anatomy anatomy, Side side, double[] xMm, BrowShift shift) {
        int n = xMm.length;
        upper = new double[n];
        lower = new double[n];
        crease = new double[n];
        lift = new double[n];
        for (int i = 0; i < n; i++) {
            double x = xMm[i];
            upper[i] = Shape.yAt(anatomy.browUpper(side), x) - 0.8;
            lower[i] = Math.max(upper[i] + 2.5, Shape.yAt(anatomy.browLower(side), x) + 0.3);
            crease[i] = Math.max(lower[i] + 6, Shape.yAt(anatomy.lidCrease(side), x));
            lift[i] = lift(anatomy, side, x, shift);
        }
    }

    /** How far the brow itself moves at an x, up positive. */
    private static double lift(Anatomy anatomy, Side side, double x, BrowShift shift) {
        int out = Anatomy.outwards(side);
        double medial = out * anatomy.medialCanthus(side).x();
        double pupil = out * anatomy.pupil(side).x();
        double lateral = out * anatomy.lateralCanthus(side).x();
        double tail = out * anatomy.browUpper(side).last().x();
        double at = out * x;
        double height = at < pupil
                ? shift.medial() + (shift.pupil() - shift.medial()) * Shape.step(medial, pupil, at)
                : shift.pupil() + (shift.lateral() - shift.pupil()) * Shape.step(pupil, lateral, at);
        return at > tail ? height * Shape.bell(at - tail, 9) : height;
    }

    /** How far the skin at a place moves up, mm. */
    double at(int column, double y) {
        if (lift[column] == 0 || y >= crease[column] || y <= upper[column] - FOREHEAD_MM) {
            return 0;
        }
        if (y < upper[column]) {
            return lift[column] * (1 - Shape.step(1, FOREHEAD_MM, upper[column] - y));
        }
        if (y <= lower[column]) {
            return lift[column];
        }
        return lift[column] * (1 - Shape.step(0, crease[column] - lower[column], y - lower[column]));
    }
}
