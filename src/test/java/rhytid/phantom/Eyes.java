package rhytid.phantom;

import java.util.List;
import rhytid.face.Side;
import rhytid.geometry.Point;
import rhytid.geometry.Polyline;

/** Sharpens the mean's soft eyes: fibres and rim of the iris, the pupil, the window's reflection, a vein or two. */
final class Eyes {

    private static final double IRIS_RADIUS_MM = 5.85;

    private final Anatomy anatomy;
    private final Window window;
    private final List<Plane> rgb;
    private final Noise noise;
    private final double pupilRadiusMm;

    Eyes(Phantom phantom, Anatomy anatomy, Window window, List<Plane> rgb) {
        this.anatomy = anatomy;
        this.window = window;
        this.rgb = rgb;
        this.noise = new Noise(phantom.seed() + 515);
        this.pupilRadiusMm = 1.65 + 0.25 * noise.cell(1, 1);
    }

    void draw() {
        for (Side side : Side.values()) {
            draw(side);
        }
    }

    private void draw(Side side) {
        Point centre = anatomy.pupil(side);
        Polyline upper = Shape.smooth(anatomy.upperLid(side), 0.5);
        Polyline lower = Shape.smooth(anatomy.lowerLid(side), 0.5);
        double medial = anatomy.medialCanthus(side).x();
        double lateral = anatomy.lateralCanthus(side).x();
        int top = Math.max(0, (int) window.row(centre.y() - 9));
        int bottom = Math.min(window.height() - 1, (int) window.row(centre.y() + 9));
        int left = Math.max(0, (int) window.column(Math.min(medial, lateral)));
        int right = Math.min(window.width() - 1, (int) window.column(Math.max(medial, lateral)));
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double mx = window.xMm(x);
                double my = window.yMm(y);
                double inside = Shape.step(-0.1, 0.5, my - Shape.yAt(upper, mx))
                        * Shape.step(-0.1, 0.35, Shape.yAt(lower, mx) - my);
                if (inside > 0) {
                    paint(y * window.width() + x, mx - centre.x(), my - centre.y(), inside, mx, my);
                }
            }
        }
    }

    private void paint(int i, double dx, double dy, double inside, double mx, double my) {
        double r = Math.hypot(dx, dy);
        double angle = Math.atan2(dy, dx);
        double iris = 1 - Shape.step(IRIS_RADIUS_MM - 0.30, IRIS_RADIUS_MM + 0.25, r);
        double pupil = 1 - Shape.step(pupilRadiusMm - 0.18, pupilRadiusMm + 0.22, r);
        double fibres = noise.fractal(angle * 11 + 3, r / 2.4, 3, 0.6f) + 0.8 * noise.at(angle * 24, r / 3.5 + 9);
        double collarette = Shape.bell(r - 2.9, 0.55);
        double limbus = Shape.bell(r - (IRIS_RADIUS_MM - 0.25), 0.45);
        double factor = 1 + iris * (1 - pupil) * (0.42 * fibres + 0.16 * collarette - 0.30 * limbus);
        double vein = (1 - iris) * Math.max(0, 0.06 - Math.abs(noise.fractal(mx / 3.2, my / 1.6, 3, 0.6f))) * 3.2;
        double wet = catchlight(dx + 1.35, dy + 1.75);
        for (int c = 0; c < 3; c++) {
            float[] v = rgb.get(c).values;
            double was = v[i];
            double is = was * Math.max(0.2, factor) * (1 - vein * (c == 0 ? 0.12 : 0.9));
            is = is * (1 - 0.93 * pupil) + 0.004 * pupil;
            is += wet * (0.9 - is);
            v[i] = (float) (was + inside * (is - was));
        }
    }

    /** The softbox in the cornea: a rectangle with soft corners. */
    private static double catchlight(double dx, double dy) {
        double x = Math.abs(dx) / 0.62;
        double y = Math.abs(dy) / 0.78;
        return 0.9 * (1 - Shape.step(0.8, 1.15, Math.pow(Math.pow(x, 4) + Math.pow(y, 4), 0.25)));
    }
}
