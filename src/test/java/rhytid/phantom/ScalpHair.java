package rhytid.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import rhytid.geometry.Point;
import rhytid.geometry.Polyline;

/** The hair of the head: tied back on the women's faces, cut short on the others. */
final class ScalpHair {

    private final Phantom phantom;
    private final MeanFace mean;
    private final Window window;
    private final Noise noise;
    private final boolean tied;
    private final boolean cropped;

    ScalpHair(Phantom phantom, MeanFace mean, Window window) {
        this.phantom = phantom;
        this.mean = mean;
        this.window = window;
        this.noise = new Noise(phantom.seed() + 909);
        this.tied = phantom.base() == Base.FAIR_WOMAN || phantom.base() == Base.OLIVE_WOMAN;
        this.cropped = phantom.base() == Base.DARK;
    }

    void draw(Strands strands) {
        strands.draw(hairs());
    }

    /** Hair lies on the head and not on the skin, which ends at the hairline. */
    private double cover(double x, double y) {
        Polyline hairline = mean.anatomy().hairline();
        double head = mean.head().linear(x * mean.pxPerMm() - 0.5, y * mean.pxPerMm() - 0.5);
        double above = Shape.yAt(hairline, x) - y;
        double edge = x < hairline.first().x() || x > hairline.last().x() ? 1 : 0;
        double level = mean.anatomy().pupilY() - 8 - y;
        return head * Math.max(Shape.step(-1.5, 5, above), edge * Shape.step(-4, 4, level));
    }

    /** Which way the hair lies: away from the face, to where it is tied or parted. */
    private double flow(double x, double y) {
        double dx = x - mean.anatomy().midlineX();
        double dy = y - (mean.anatomy().pupilY() + (tied ? 62 : 45));
        double turn = 0.55 * noise.fractal(x / 34, y / 34, 2, 0.5f);
        double lean = tied ? 0 : 0.35;
        return Math.atan2(dy, dx) + turn + lean;
    }

    private List<Strands.Hair> hairs() {
        Random random = new Random(phantom.seed() * 8191 + 3);
        List<Strands.Hair> hairs = new ArrayList<>();
        int count = cropped ? 34000 : tied ? 30000 : 38000;
        for (int i = 0; i < count; i++) {
            Point root = new Point(140 + 95 * (2 * random.nextDouble() - 1), 5 + 150 * random.nextDouble());
            double u = random.nextDouble();
            double v = random.nextGaussian();
            double w = random.nextDouble();
            double cover = cover(root.x(), root.y());
            if (cover < 0.05 + 0.9 * u || !window.contains(root, 40)) {
                continue;
            }
            hairs.add(hair(root, cover, v, w));
        }
        return hairs;
    }

    private Strands.Hair hair(Point root, double cover, double v, double w) {
        double x = root.x() * mean.pxPerMm() - 0.5;
        double y = root.y() * mean.pxPerMm() - 0.5;
        boolean light = w > 0.52;
        float factor = (float) (light ? 1.25 + 0.7 * (w - 0.52) : 0.38 + 0.7 * w);
        float[] colour = new float[3];
        for (int c = 0; c < 3; c++) {
            colour[c] = mean.rgb().get(c).linear(x, y) * factor;
        }
        double direction = flow(root.x(), root.y()) + (cropped ? 0.5 : tied ? 0.16 : 0.30) * v;
        double length = cropped ? 1.2 + w : tied ? 16 + 22 * w : 9 + 12 * w;
        double bend = (tied ? 0.35 : 0.6) * v * 0.5;
        double strength = (cropped ? 1.5 : 1) * (light ? 0.20 : 0.25) * Math.min(1, cover * 1.3);
        return new Strands.Hair(root, direction, bend, length, cropped ? 0.16 : 0.10, strength, colour);
    }
}
