package rhytid.phantom;

import java.util.List;
import rhytid.geometry.Point;

/** A round-necked shirt below the face, so that no one's collar is left of the mean. */
final class Garment {

    private static final float[][] COLOURS = {
        {0.62f, 0.63f, 0.62f},
        {0.030f, 0.050f, 0.075f},
        {0.10f, 0.14f, 0.13f},
        {0.20f, 0.19f, 0.18f},
        {0.10f, 0.035f, 0.045f}
    };

    /** How softly the collar turns into the shoulder, in half widths of the neck. */
    private static final double ROUND = 0.05;

    private final Point neck;
    private final double halfWidth;
    private final float[] colour;
    private final Noise noise;

    Garment(Phantom phantom, Anatomy anatomy) {
        double chin = anatomy.point(129).y();
        this.neck = new Point(anatomy.midlineX(), chin + 43);
        this.halfWidth = 0.5 * (anatomy.point(157).x() - anatomy.point(145).x());
        this.noise = new Noise(phantom.seed() + 606);
        this.colour = COLOURS[(int) Math.floorMod(phantom.seed() / 11, (long) COLOURS.length)];
    }

    /** Where the cloth begins at an x: the collar, then the shoulders. */
    private double edge(double x) {
        double u = Math.abs(x - neck.x()) / halfWidth;
        double beyond = ROUND * Math.log1p(Math.exp((u - 1.1) / ROUND));
        double collar = neck.y() - 13 * Math.pow(u - beyond, 2.4);
        return collar + 0.33 * beyond * halfWidth;
    }

    /** How much of a place is cloth. */
    double cover(double x, double y) {
        return Shape.step(-0.35, 0.35, y - edge(x));
    }

    /** Puts it over the picture. */
    void draw(Window window, List<Plane> rgb, Plane head) {
        head.rows(row -> {
            double y = window.yMm(row);
            for (int column = 0; column < window.width(); column++) {
                double x = window.xMm(column);
                float cover = (float) cover(x, y);
                int i = row * window.width() + column;
                if (cover > 0) {
                    double below = y - edge(x);
                    for (int c = 0; c < 3; c++) {
                        float[] v = rgb.get(c).values;
                        v[i] += cover * (cloth(x, y, below) * colour[c] - v[i]);
                    }
                } else if (y > neck.y() - 22) {
                    float near = (float) (0.45 * Shape.bell(edge(x) - y, 1.6));
                    for (int c = 0; c < 3; c++) {
                        rgb.get(c).values[i] *= 1 - near;
                    }
                }
                head.values[i] = Math.max(head.values[i] * (1 - (float) beyond(x, y)), cover);
            }
        });
    }

    /** Beside the neck there is nothing of the mean's shoulders, collars and hair. */
    private double beyond(double x, double y) {
        double u = Math.abs(x - neck.x()) / halfWidth;
        double side = 1.04 + 0.09 * Shape.step(neck.y() - 34, neck.y() - 12, y);
        return Shape.step(side, side + 0.06, u) * Shape.step(neck.y() - 65, neck.y() - 57, y);
    }

    private float cloth(double x, double y, double below) {
        double rib = below < 9 ? 0.06 * Math.sin(2 * Math.PI * x / 1.7) * Shape.step(0.2, 1.2, below) : 0;
        double seam = -0.2 * Shape.bell(below - 9, 0.6);
        double roll = 0.25 * Math.cos(Math.PI * Math.clamp(below / 9, 0, 1)) * (below < 9 ? 1 : 0);
        double weave = 0.05 * Math.sin(2 * Math.PI * x / 0.75) * Math.sin(2 * Math.PI * y / 0.9);
        double fold = 0.35 * noise.fractal(x / 45, y / 24, 3, 0.5f);
        double side = -0.002 * Math.abs(x - neck.x());
        return (float) Math.max(0.2, 1 + rib + seam + roll + weave + fold + side);
    }
}
