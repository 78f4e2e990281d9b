package rhytid.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import rhytid.face.Side;
import rhytid.geometry.Point;
import rhytid.geometry.Polyline;

/** The hairs of a face: brows, lashes, beard and head. The mean face has their tone, this gives them their strands. */
final class Hair {

    private final Phantom phantom;
    private final MeanFace mean;
    private final Anatomy anatomy;
    private final Window window;
    private final Strands strands;

    Hair(Phantom phantom, MeanFace mean, Window window, List<Plane> rgb) {
        this.phantom = phantom;
        this.mean = mean;
        this.anatomy = mean.anatomy();
        this.window = window;
        this.strands = new Strands(window, rgb);
    }

    void draw() {
        if (phantom.base() == Base.FAIR_MAN || phantom.base() == Base.OLIVE_MAN) {
            strands.draw(beard());
        }
        for (Side side : Side.values()) {
            strands.draw(brow(side));
            strands.draw(lashes(side, true));
            strands.draw(lashes(side, false));
        }
        new ScalpHair(phantom, mean, window).draw(strands);
    }

    private Random random(String what) {
        return new Random(phantom.seed() * 65537 + what.hashCode());
    }

    /** The mean face's colour around a place, times a factor. */
    private float[] tone(Point mm, double factor) {
        float[] tone = new float[3];
        for (int c = 0; c < 3; c++) {
            double x = mm.x() * mean.pxPerMm() - 0.5;
            double y = mm.y() * mean.pxPerMm() - 0.5;
            tone[c] = (float) (mean.rgb().get(c).linear(x, y) * factor);
        }
        return tone;
    }

    /** At the head of the brow the hairs stand up, further out they lie along it, from both borders inwards. */
    private List<Strands.Hair> brow(Side side) {
        Random random = random("brow" + side);
        Polyline upper = Shape.smooth(anatomy.browUpper(side), 0.5);
        Polyline lower = Shape.smooth(anatomy.browLower(side), 0.5);
        int out = Anatomy.outwards(side);
        List<Strands.Hair> hairs = new ArrayList<>();
        for (int i = 0; i < 430; i++) {
            double t = Math.pow(random.nextDouble(), 1.15);
            double v = 0.16 + 0.74 * random.nextDouble();
            Point up = upper.at(t * upper.length());
            Point low = lower.at(t * lower.length());
            Point root = up.towards(low, v);
            Point ahead = upper.at((t + 0.08) * upper.length()).towards(lower.at((t + 0.08) * lower.length()), v);
            Point along = t > 0.93 ? new Point(out, 0.7) : ahead.minus(root);
            double flow = Math.atan2(along.y(), out * along.x());
            double rise = -1.25 * Math.exp(-t * 6.5) - (v - 0.5) * 0.9 * (1 - t) + 0.16 * random.nextGaussian();
            double local = flow + rise;
            double direction = out > 0 ? local : Math.PI - local;
            double length = (4.2 + 2.6 * random.nextDouble()) * (1 - 0.35 * t);
            double bend = out * (0.35 * random.nextDouble() + 0.25 * Math.exp(-t * 5));
            float[] colour = tone(root, 0.30 + 0.25 * random.nextDouble());
            double strength =
                    (0.34 + 0.3 * random.nextDouble()) * Math.min(1, 0.35 + 6 * t) * Math.min(1, 0.25 + 7 * (1 - t));
            hairs.add(new Strands.Hair(root, direction, bend, length, 0.10, strength, colour));
        }
        return hairs;
    }

    private List<Strands.Hair> lashes(Side side, boolean upper) {
        Random random = random((upper ? "upper" : "lower") + side);
        Polyline lid = Shape.smooth(upper ? anatomy.upperLid(side) : anatomy.lowerLid(side), 0.3);
        int out = Anatomy.outwards(side);
        boolean woman = phantom.base() == Base.FAIR_WOMAN || phantom.base() == Base.OLIVE_WOMAN;
        List<Strands.Hair> hairs = new ArrayList<>();
        int count = upper ? 64 : 34;
        for (int i = 0; i < count; i++) {
            double t = 0.16 + 0.84 * (i + 0.9 * random.nextDouble()) / count;
            Point root = lid.at(t * lid.length());
            double fan = (t - 0.42) * 1.5 + 0.13 * random.nextGaussian();
            double away = upper ? -Math.PI / 2 + out * fan : Math.PI / 2 - out * fan;
            double length = upper
                    ? (woman ? 4.4 : 3.1) * (0.6 + 0.5 * t) * (0.75 + 0.4 * random.nextDouble())
                    : 1.9 * (0.7 + 0.5 * random.nextDouble());
            double bend = upper ? out * (0.25 + 0.3 * t) : -out * 0.3;
            float[] colour = {0.012f, 0.009f, 0.008f};
            double strength = (upper ? 0.55 : 0.24) * (0.7 + 0.4 * random.nextDouble()) * (woman ? 1 : 0.75);
            hairs.add(new Strands.Hair(root, away, bend, length, upper ? 0.11 : 0.08, strength, colour));
        }
        return hairs;
    }

    /** A shave of yesterday: short hairs where a beard grows. */
    private List<Strands.Hair> beard() {
        Random random = random("beard");
        Polyline jaw = anatomy.jaw();
        Point middle = anatomy.point(106);
        List<Strands.Hair> hairs = new ArrayList<>();
        for (int i = 0; i < 16000; i++) {
            Point p = new Point(
                    middle.x() + 75 * (2 * random.nextDouble() - 1), middle.y() - 28 + 85 * random.nextDouble());
            double density = beardDensity(p, jaw);
            if (random.nextDouble() < density) {
                double direction = Math.PI / 2 + 0.5 * random.nextGaussian() + 0.01 * (p.x() - middle.x());
                double length = 0.35 + 0.5 * random.nextDouble();
                hairs.add(new Strands.Hair(
                        p, direction, 0, length, 0.09, 0.22 + 0.22 * random.nextDouble(), tone(p, 0.28)));
            }
        }
        return hairs;
    }

    private double beardDensity(Point p, Polyline jaw) {
        Point left = anatomy.commissure(Side.LEFT);
        Point right = anatomy.commissure(Side.RIGHT);
        Point nose = anatomy.point(55);
        double skin = mean.skin().at(p.x(), p.y());
        double chin = Shape.step(left.y() - 4, left.y() + 12, p.y());
        double lip = Shape.step(nose.y() + 2, nose.y() + 6, p.y())
                * (1
                        - Shape.step(
                                0.52 * left.distanceTo(right),
                                0.72 * left.distanceTo(right),
                                Math.abs(p.x() - nose.x())));
        double cheek = Shape.step(16, 4, jaw.distanceTo(p)) * Shape.step(nose.y() - 14, nose.y() + 12, p.y());
        double neck = 1 - Shape.step(8, 26, p.y() - Shape.yAt(jaw, p.x()));
        return skin * neck * Math.max(Math.max(chin, lip), 0.8 * cheek);
    }
}
