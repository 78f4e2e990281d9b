package rhytid.phantom;

import java.util.List;
import rhytid.geometry.Point;

/** Draws hairs: thin curved strokes that taper to their tip, over a picture in linear light. */
final class Strands {

    /**
     * A hair.
     *
     * @param root in mm of the face frame
     * @param direction in which it leaves its root, radians, 0 to the right, clockwise on screen
     * @param bend how far it has turned at its tip, radians
     * @param lengthMm of it
     * @param widthMm at its root
     * @param strength how much of it covers what lies behind, 0 to 1
     * @param colour linear red, green, blue
     */
    record Hair(
            Point root,
            double direction,
            double bend,
            double lengthMm,
            double widthMm,
            double strength,
            float[] colour) {}

    private final Window window;
    private final List<Plane> rgb;

    Strands(Window window, List<Plane> rgb) {
        this.window = window;
        this.rgb = rgb;
    }

    void draw(List<Hair> hairs) {
        hairs.stream()
                .filter(hair -> window.contains(hair.root(), hair.lengthMm()))
                .forEach(this::draw);
    }

    private void draw(Hair hair) {
        double step = Math.max(0.06, 0.45 / window.pxPerMm());
        int count = Math.max(3, (int) (hair.lengthMm() / step));
        double x = hair.root().x();
        double y = hair.root().y();
        for (int i = 0; i < count; i++) {
            double t = i / (count - 1.0);
            double angle = hair.direction() + hair.bend() * t;
            x += Math.cos(angle) * hair.lengthMm() / count;
            y += Math.sin(angle) * hair.lengthMm() / count;
            double width = hair.widthMm() * (1 - 0.85 * t * t);
            double strength = hair.strength() * Math.min(1, 6 * t + 0.3) * (1 - 0.6 * t * t);
            dab(x, y, width, strength * Math.min(1, step * window.pxPerMm() * 1.2), hair.colour());
        }
    }

    /** One dab of the brush; thinner than a pixel it covers less instead. */
    private void dab(double xMm, double yMm, double widthMm, double strength, float[] colour) {
        double sigma = Math.max(0.42, 0.5 * widthMm * window.pxPerMm());
        double covers = strength * Math.min(1, widthMm * window.pxPerMm() / (2 * sigma) + 0.15) * 0.8;
        double cx = window.column(xMm);
        double cy = window.row(yMm);
        int reach = (int) Math.ceil(2.2 * sigma);
        for (int y = (int) cy - reach; y <= cy + reach; y++) {
            for (int x = (int) cx - reach; x <= cx + reach; x++) {
                if (x < 0 || y < 0 || x >= window.width() || y >= window.height()) {
                    continue;
                }
                double d = (x - cx) * (x - cx) + (y - cy) * (y - cy);
                float a = (float) (covers * Math.exp(-0.5 * d / (sigma * sigma)));
                int i = y * window.width() + x;
                for (int c = 0; c < 3; c++) {
                    float[] v = rgb.get(c).values;
                    v[i] += a * (colour[c] - v[i]);
                }
            }
        }
    }
}
