package rhytid.phantom;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import rhytid.face.Expression;
import rhytid.face.Side;
import rhytid.geometry.Point;
import rhytid.geometry.Polyline;
import rhytid.wrinkle.Region;

/** The lines that come with age, laid out on a face: where anatomy puts them, a little different in each person. */
final class AgeLines {

    private final Anatomy anatomy;
    private final double age;
    private final Random random;
    private final Noise wave;
    private final List<Crease> lines = new ArrayList<>();

    private AgeLines(Anatomy anatomy, double age, long seed) {
        this.anatomy = anatomy;
        this.age = age;
        this.random = new Random(seed * 104729 + 5);
        this.wave = new Noise(seed + 77);
    }

    static List<Crease> of(Anatomy anatomy, double age, long seed) {
        if (age == 0) {
            return List.of();
        }
        AgeLines lines = new AgeLines(anatomy, age, seed);
        lines.forehead();
        lines.glabella();
        for (Side side : Side.values()) {
            lines.crowsFeet(side);
            lines.underEye(side);
            lines.nasolabial(side);
            lines.marionette(side);
        }
        return lines.lines;
    }

    private double about(double value, double share) {
        return value * (1 + share * (2 * random.nextDouble() - 1));
    }

    private void add(
            String name,
            Region region,
            List<Point> course,
            double width,
            double fold,
            double rest,
            Expression active,
            double moved) {
        Map<Expression, Double> depth = new EnumMap<>(Expression.class);
        depth.put(Expression.REST, Math.min(0.5, age * rest));
        depth.put(active, Math.min(0.6, (0.35 + 0.65 * age) * moved));
        lines.add(new Crease(name, region, new Polyline(course), width, 0.22, fold, depth));
    }

    /** Three to five lines across the forehead that follow the brows; some in two pieces, some with a branch. */
    private void forehead() {
        double mid = anatomy.midlineX();
        double top = Shape.yAt(anatomy.hairline(), mid) + 9;
        double bottom = anatomy.browUpper(Side.RIGHT).at(12).y() - 9;
        int count = 4;
        for (int i = 0; i < count; i++) {
            double t = (i + 0.25 * (2 * random.nextDouble() - 1)) / (count - 1.0);
            double y = bottom + (top - bottom) * (0.06 + 0.8 * t);
            double half = about(42 - 7 * Math.abs(t - 0.4), 0.12);
            double strength = 1 - 0.45 * Math.abs(t - 0.35);
            double lean = 1.5 * (2 * random.nextDouble() - 1);
            double from = mid - about(half, 0.1);
            double to = mid + about(half, 0.1);
            boolean broken = random.nextDouble() < 0.5;
            double gap = mid + 10 * (2 * random.nextDouble() - 1);
            List<double[]> pieces = broken
                    ? List.of(new double[] {from, gap + 3}, new double[] {gap - 4, to})
                    : List.of(new double[] {from, to});
            for (int k = 0; k < pieces.size(); k++) {
                double drop = k == 1 ? 2.6 : 0;
                List<Point> course = across(pieces.get(k), y + drop, t, lean, i);
                satellites(
                        "forehead-" + i + (k == 0 ? "a" : "b"),
                        Region.FOREHEAD,
                        course,
                        0.055 * strength,
                        Expression.BROW_RAISE,
                        0.11 * strength);
                add(
                        "forehead-" + i + (k == 0 ? "a" : "b"),
                        Region.FOREHEAD,
                        course,
                        about(0.95, 0.2),
                        0.22,
                        0.17 * strength,
                        Expression.BROW_RAISE,
                        0.30 * strength);
            }
        }
    }

    /** Short fine lines that leave a line or run beside it. */
    private void satellites(
            String name, Region region, List<Point> course, double rest, Expression active, double moved) {
        Polyline main = Shape.smooth(new Polyline(course), 1);
        int count = 2 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            double from = main.length() * (0.08 + 0.7 * random.nextDouble());
            double length = about(9, 0.4);
            double beside = (random.nextBoolean() ? 1 : -1) * (0.8 + 2.2 * random.nextDouble());
            double leaving = (random.nextBoolean() ? 1 : -1) * 1.3 * random.nextDouble();
            List<Point> points = new ArrayList<>();
            for (int j = 0; j <= 4; j++) {
                Point on = main.at(from + length * j / 4);
                Point ahead = main.at(from + length * j / 4 + 1);
                Point across = ahead.distanceTo(on) < 1e-6
                        ? new Point(0, 1)
                        : ahead.minus(on).unit().quarterTurn();
                double wobble = 0.25 * wave.at(j * 0.9 + i * 3.1, from);
                points.add(on.plus(across.times(beside + leaving * (j / 2.0 - 1) + wobble)));
            }
            if (new Polyline(points).length() > 4) {
                add(name + "-fine" + i, region, points, about(0.6, 0.2), 0, rest * about(1, 0.3), active, moved);
            }
        }
    }

    private List<Point> across(double[] ends, double y, double t, double lean, int row) {
        double mid = anatomy.midlineX();
        List<Point> course = new ArrayList<>();
        int n = 14;
        for (int j = 0; j <= n; j++) {
            double x = ends[0] + (ends[1] - ends[0]) * j / n;
            double u = (x - mid) / 40;
            double arch = (3.2 - 2.4 * t) * (Math.cos(Math.PI * Math.min(1.4, Math.abs(u)) * 1.25) - 1) * 0.5;
            double sag = 4.5 * (t - 0.1) * u * u;
            double wobble = 1.5 * wave.fractal(x / 19, row * 3.7, 2, 0.5f);
            course.add(new Point(x, y + arch + sag + wobble + lean * u));
        }
        return course;
    }

    /** The two upright lines between the brows, one the stronger, and the short one across the root of the nose. */
    private void glabella() {
        double mid = anatomy.midlineX();
        double strongSide = random.nextBoolean() ? 1 : -1;
        for (Side side : Side.values()) {
            int out = Anatomy.outwards(side);
            Point head = anatomy.browUpper(side).first();
            double x = mid + out * Math.min(8.2, 0.66 * Math.abs(head.x() - mid));
            double strong = out == strongSide ? 1 : 0.78;
            double up = about(13, 0.15) * strong;
            double down = about(6.5, 0.2);
            List<Point> course = List.of(
                    new Point(x - out * 1.1, head.y() + 4 + down),
                    new Point(x - out * 0.8, head.y() + 4),
                    new Point(x + out * 0.4, head.y() + 4 - 0.5 * up),
                    new Point(x + out * 2.1, head.y() + 4 - up));
            add(
                    "glabella-" + side.key(),
                    Region.GLABELLA,
                    course,
                    about(1.9, 0.12),
                    0.7,
                    0.24 * strong,
                    Expression.FROWN,
                    0.38 * strong);
            satellites("glabella-" + side.key(), Region.GLABELLA, course, 0.05, Expression.FROWN, 0.10);
        }
        Point root = anatomy.point(50).towards(anatomy.point(56), 0.5);
        double tilt = 0.6 * (2 * random.nextDouble() - 1);
        List<Point> course = List.of(
                root.plus(new Point(-5.5, 1 - tilt)),
                root.plus(new Point(-0.5, 0)),
                root.plus(new Point(5.5, 0.8 + tilt)));
        add("procerus", Region.NASAL, course, about(1.1, 0.2), 0.15, 0.08, Expression.FROWN, 0.17);
    }

    /** A fan of lines that starts beside the lateral canthus. */
    private void crowsFeet(Side side) {
        Region region = side == Side.RIGHT ? Region.CROWS_FEET_RIGHT : Region.CROWS_FEET_LEFT;
        int out = Anatomy.outwards(side);
        Point canthus = anatomy.lateralCanthus(side);
        double[] angles = {-22, -7, 9, 26, 43};
        for (int i = 0; i < angles.length; i++) {
            double angle = Math.toRadians(angles[i] + 6 * (2 * random.nextDouble() - 1));
            double start = about(6.5, 0.25);
            double length = about(i == 0 || i == 4 ? 10 : 15, 0.2);
            double strength = i == 0 || i == 4 ? 0.7 : 1;
            double bend = (angles[i] > 0 ? 0.10 : -0.06) + 0.05 * (2 * random.nextDouble() - 1);
            List<Point> course = new ArrayList<>();
            for (int j = 0; j <= 5; j++) {
                double r = start + length * j / 5;
                double a = angle + bend * j / 5 * 2;
                double wobble = 0.35 * wave.at(r / 5, i * 7.3 + out);
                course.add(canthus.plus(new Point(out * Math.cos(a) * r, Math.sin(a) * r + wobble)));
            }
            add(
                    "crowsFeet-" + side.key() + "-" + i,
                    region,
                    course,
                    about(0.75, 0.2),
                    0.06,
                    0.12 * strength,
                    Expression.SMILE,
                    0.26 * strength);
        }
    }

    /** Fine lines under the lower lid. */
    private void underEye(Side side) {
        Region region = side == Side.RIGHT ? Region.INFRAORBITAL_RIGHT : Region.INFRAORBITAL_LEFT;
        int out = Anatomy.outwards(side);
        Polyline lid = anatomy.lowerLid(side);
        for (int i = 0; i < 3; i++) {
            double below = 4.5 + 3.2 * i + 0.5 * random.nextDouble();
            double from = 0.18 + 0.1 * i;
            double to = 0.85 - 0.05 * i;
            List<Point> course = new ArrayList<>();
            for (int j = 0; j <= 6; j++) {
                Point on = lid.at(lid.length() * (from + (to - from) * j / 6));
                double wobble = 0.5 * wave.at(j / 2.0, i * 5.1 + 3 * out);
                course.add(on.plus(new Point(out * 0.8 * i, below + wobble + 0.5 * i * Math.sin(Math.PI * j / 6))));
            }
            add(
                    "underEye-" + side.key() + "-" + i,
                    region,
                    course,
                    about(0.7, 0.2),
                    0.04,
                    0.075,
                    Expression.SMILE,
                    0.12);
        }
    }

    private void nasolabial(Side side) {
        Region region = side == Side.RIGHT ? Region.NASOLABIAL_RIGHT : Region.NASOLABIAL_LEFT;
        int out = Anatomy.outwards(side);
        List<Point> p = anatomy.nasolabial(side).points();
        List<Point> course = List.of(
                p.get(0).plus(new Point(out * 1.6, -2)),
                p.get(1).plus(new Point(-out * 2.5, -1)),
                p.get(2),
                p.get(3).plus(new Point(out * 0.5, 0)));
        add("nasolabial-" + side.key(), region, course, about(1.7, 0.1), 0.5, 0.16, Expression.SMILE, 0.24);
    }

    private void marionette(Side side) {
        Region region = side == Side.RIGHT ? Region.MARIONETTE_RIGHT : Region.MARIONETTE_LEFT;
        int out = Anatomy.outwards(side);
        Point corner = anatomy.commissure(side);
        List<Point> course = List.of(
                corner.plus(new Point(out * 2.2, 2.0)),
                corner.plus(new Point(out * 3.6, 7)),
                corner.plus(new Point(out * 4.2, 13)),
                corner.plus(new Point(out * 4.0, 18)));
        add("marionette-" + side.key(), region, course, about(1.1, 0.15), 0.2, 0.11, Expression.SMILE, 0.09);
    }
}
