package rhytid.phantom;

import rhytid.face.Expression;
import rhytid.face.Side;
import rhytid.geometry.Point;

/**
 * Where the skin of a base moves when brows, lids and mouth corners do: a smooth field of displacements in mm over the
 * face frame. The upper lid slides over the eyeball, which stays.
 */
final class Motion {

    private static final double GRID_PER_MM = 2;
    /** Steps that find where a moved place came from. */
    private static final int STEPS_BACK = 12;
    /** Share of the error taken back at each step: below a raised brow the skin is stretched up to 2.5 times. */
    private static final double STEP_SHARE = 0.55;
    /** So much of the lid goes along whole: the lashes, and the skin in front of the tarsal plate. */
    private static final double WHOLE_MM = 2.5;

    private final Anatomy anatomy;
    private final Plane dx;
    private final Plane dy;
    private final Sides<Double> lids;

    Motion(Anatomy anatomy, int widthMm, int heightMm, Expression expression, Effect effect) {
        this.anatomy = anatomy;
        double share = effect.movement().getOrDefault(expression, 1.0);
        Sides<BrowShift> brows = Sides.of(side -> browShift(expression, share, effect, side));
        double frown = expression == Expression.FROWN ? share : 0;
        double open = expression == Expression.BROW_RAISE ? 0.5 * share : 0;
        this.lids = Sides.of(side -> effect.lids().getOrDefault(side, 0.0) + open - 0.7 * frown);
        int w = (int) (widthMm * GRID_PER_MM);
        int h = (int) (heightMm * GRID_PER_MM);
        dx = Plane.of(w, h, (x, y) -> (float) sideways(mm(x), mm(y), frown));
        double[] columns = new double[w];
        for (int x = 0; x < w; x++) {
            columns[x] = mm(x);
        }
        Sides<BrowHold> holds = Sides.of(side -> new BrowHold(anatomy, side, columns, brows.get(side)));
        dy = Plane.of(w, h, (x, y) -> (float) downwards(x, mm(x), mm(y), holds, effect));
    }

    private static BrowShift browShift(Expression expression, double share, Effect effect, Side side) {
        BrowShift own = effect.brows().getOrDefault(side, BrowShift.NONE);
        return switch (expression) {
            case BROW_RAISE -> own.plus(new BrowShift(4.5, 6.5, 5.5).times(share));
            case FROWN -> own.plus(new BrowShift(-3.2, -2.6, -0.8).times(share));
            default -> own;
        };
    }

    private static double mm(int grid) {
        return (grid + 0.5) / GRID_PER_MM;
    }

    private double downwards(int column, double x, double y, Sides<BrowHold> brows, Effect effect) {
        double rightHead = anatomy.browUpper(Side.RIGHT).first().x();
        double leftHead = anatomy.browUpper(Side.LEFT).first().x();
        double left = Shape.step(rightHead, leftHead, x);
        double up = 0;
        if (left < 1) {
            up += (1 - left) * brows.right().at(column, y);
        }
        if (left > 0) {
            up += left * brows.left().at(column, y);
        }
        for (Side side : Side.values()) {
            double raised = effect.commissures().getOrDefault(side, 0.0);
            if (raised != 0) {
                Point corner = anatomy.commissure(side);
                double inner = Shape.step(anatomy.midlineX(), corner.x(), x);
                up += raised * Shape.bell(y - corner.y(), 9) * Shape.bell(x - corner.x(), 11) * Math.sqrt(inner);
            }
        }
        return -up;
    }

    /** A frown draws the heads of the brows together. */
    private double sideways(double x, double y, double frown) {
        if (frown == 0) {
            return 0;
        }
        double sum = 0;
        for (Side side : Side.values()) {
            Point head = anatomy.browUpper(side).first();
            double inner = Shape.step(0, 9, Math.abs(x - anatomy.midlineX()));
            double own = Anatomy.outwards(side) * (x - anatomy.midlineX()) > 0 ? 1 : 0;
            double down = y > head.y() + 4 ? Shape.bell(y - head.y() - 4, 7) : Shape.bell(y - head.y() - 4, 14);
            sum -= Anatomy.outwards(side) * 2.4 * frown * own * inner * Shape.bell(x - head.x(), 9) * down;
        }
        return sum;
    }

    /** Where a place of the base's skin goes. */
    Point forward(Point mm) {
        return new Point(mm.x() + at(dx, mm.x(), mm.y()), mm.y() + at(dy, mm.x(), mm.y()));
    }

    /** As {@link #forward}, for a place on the upper lid's margin. */
    Point forwardOnLid(Side side, Point mm) {
        Point moved = forward(mm);
        return new Point(moved.x(), moved.y() - lids.get(side) * lidShare(side, mm.x()));
    }

    private static double at(Plane plane, double xMm, double yMm) {
        return plane.linear(xMm * GRID_PER_MM - 0.5, yMm * GRID_PER_MM - 0.5);
    }

    /** Which place of the base is seen at a place of the moved face: written to {@code place} as x, y. */
    void back(double x, double y, double[] place) {
        double sx = x;
        double sy = y;
        for (int i = 0; i < STEPS_BACK; i++) {
            double errorX = x - sx - at(dx, sx, sy);
            double errorY = y - sy - at(dy, sx, sy);
            if (errorX == 0 && errorY == 0) {
                break;
            }
            sx += STEP_SHARE * errorX;
            sy += STEP_SHARE * errorY;
        }
        for (Side side : Side.values()) {
            double lowered = -lids.get(side);
            if (lowered != 0) {
                sy = underLid(side, sx, sy, lowered);
            }
        }
        place[0] = sx;
        place[1] = sy;
    }

    private double underLid(Side side, double x, double y, double lowered) {
        double share = lidShare(side, x);
        if (share == 0) {
            return y;
        }
        double margin = Shape.yAt(anatomy.upperLid(side), x);
        double brow = Math.min(margin - 7, Shape.yAt(anatomy.browLower(side), x));
        double move = lowered * share;
        if (lowered > 0) {
            if (y > margin + move + 0.25) {
                return y;
            }
            return y - move * Shape.step(brow, margin - WHOLE_MM, y - move);
        }
        // A lid that opens wider: what was seen of the eye is stretched a little towards it.
        double low = Shape.yAt(anatomy.lowerLid(side), x);
        double held = y <= margin ? Shape.step(brow, margin, y) : 1 - Shape.step(margin, low, y);
        return y - move * held;
    }

    private double lidShare(Side side, double x) {
        int out = Anatomy.outwards(side);
        double medial = out * anatomy.medialCanthus(side).x();
        double lateral = out * anatomy.lateralCanthus(side).x();
        double at = (out * x - medial) / (lateral - medial);
        return at <= -0.1 || at >= 1.1 ? 0 : Shape.step(-0.1, 0.32, at) * (1 - Shape.step(0.68, 1.1, at));
    }
}
