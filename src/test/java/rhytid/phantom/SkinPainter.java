package rhytid.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import rhytid.face.Side;
import rhytid.geometry.Point;
import rhytid.geometry.Polygon;

/** Puts a phantom's skin on its face: relief and colour, weighted by where on the face it is. */
final class SkinPainter {

    /** A round spot of melanin. */
    private record Spot(Point at, double radiusMm, double strength) {}

    private final Skin skin;
    private final SkinMask mask;
    private final Anatomy anatomy;
    private final Window window;
    private final Noise lipNoise;
    private final List<Spot> spots;
    private final double tone;

    SkinPainter(Phantom phantom, MeanFace mean, Window window) {
        this.skin = new Skin(phantom.seed(), 1.35 + 0.55 * phantom.age());
        this.mask = mean.skin();
        this.anatomy = mean.anatomy();
        this.window = window;
        this.lipNoise = new Noise(phantom.seed() + 808);
        this.tone = phantom.base() == Base.DARK ? 0.6 : 1;
        this.spots = spots(phantom);
    }

    private List<Spot> spots(Phantom phantom) {
        Random random = new Random(phantom.seed() * 524287 + 21);
        List<Spot> list = new ArrayList<>();
        int freckles = (int) (30 + 90 * phantom.age());
        for (int i = 0; i < freckles; i++) {
            Point p = new Point(
                    140 + 62 * (2 * random.nextDouble() - 1), anatomy.pupilY() - 70 + 175 * random.nextDouble());
            list.add(new Spot(p, 0.35 + 0.8 * Math.pow(random.nextDouble(), 2), 0.4 + 0.9 * random.nextDouble()));
        }
        for (int i = 0; i < 2; i++) {
            double outwards = random.nextBoolean() ? 1 : -1;
            Point p = new Point(
                    140 + outwards * (28 + 26 * random.nextDouble()), anatomy.pupilY() + 20 + 70 * random.nextDouble());
            list.add(new Spot(p, 0.55 + 0.4 * random.nextDouble(), 5));
        }
        return list.stream().filter(s -> window.contains(s.at, 5)).toList();
    }

    void relief(Plane height) {
        double finest = 2 / window.pxPerMm();
        height.rows(row -> {
            double y = window.yMm(row);
            for (int column = 0; column < height.width; column++) {
                double x = window.xMm(column);
                float on = mask.at(x, y);
                if (on > 0.01) {
                    height.values[row * height.width + column] +=
                            on * skin.height(x, y, finest, porosity(x, y)) * (float) coarseness(x, y);
                }
            }
        });
        lips(height);
    }

    /** Fine upright furrows in the lips. */
    private void lips(Plane height) {
        Polygon lips = new Polygon(anatomy.lips());
        Plane on = Plane.of(160, 100, (x, y) -> lips.contains(lipGrid(x, y)) ? 1 : 0)
                .blurred(2);
        Point origin = lipGrid(0, 0);
        height.rows(row -> {
            double y = window.yMm(row);
            for (int column = 0; column < height.width; column++) {
                double gx = (window.xMm(column) - origin.x()) * 2;
                double gy = (y - origin.y()) * 2;
                if (gx > 0 && gy > 0 && gx < 159 && gy < 99) {
                    double x = window.xMm(column);
                    double bow = 0.12 * (x - anatomy.midlineX());
                    double furrows =
                            lipNoise.at((x + bow * 0.1) / 0.9, y / 7.0) + 0.5 * lipNoise.at(x / 0.45, y / 3.5 + 9);
                    height.values[row * height.width + column] += on.linear(gx, gy) * 0.035f * (float) furrows;
                }
            }
        });
    }

    private Point lipGrid(int x, int y) {
        Point middle = anatomy.point(101);
        return new Point(middle.x() - 40 + x / 2.0, middle.y() - 25 + y / 2.0);
    }

    /** Pores are widest on the nose and the cheeks beside it, fewest around the eyes. */
    private double porosity(double x, double y) {
        Point nose = anatomy.point(54).towards(anatomy.point(60), 0.5);
        double sum = Shape.bell(x - nose.x(), 15) * Shape.bell(y - nose.y(), 18);
        for (Side side : Side.values()) {
            Point cheek = anatomy.point(side == Side.RIGHT ? 166 : 169);
            sum += 0.75 * Shape.bell(x - cheek.x(), 15) * Shape.bell(y - cheek.y() - 6, 18);
        }
        return sum;
    }

    private double coarseness(double x, double y) {
        double eyes = 0;
        for (Side side : Side.values()) {
            Point eye = anatomy.pupil(side);
            eyes = Math.max(eyes, Shape.bell(x - eye.x(), 15) * Shape.bell(y - eye.y() - 2, 9));
        }
        double forehead = 1 - Shape.step(anatomy.pupilY() - 32, anatomy.pupilY() - 18, y);
        return (1 - 0.45 * eyes) * (1 - 0.3 * forehead);
    }

    /** Melanin takes blue more than red, blood takes green; a dark skin shows both less. */
    void colour(List<Plane> rgb) {
        float[] r = rgb.get(0).values;
        float[] g = rgb.get(1).values;
        float[] b = rgb.get(2).values;
        rgb.get(0).rows(row -> {
            double y = window.yMm(row);
            for (int column = 0; column < window.width(); column++) {
                double x = window.xMm(column);
                float on = mask.at(x, y);
                if (on > 0.01) {
                    int i = row * window.width() + column;
                    float m = (float) (tone * 0.055 * on * skin.melanin(x, y));
                    float h = (float) (tone * 0.065 * on * skin.blood(x, y));
                    r[i] *= 1 - 0.6f * m - 0.15f * h;
                    g[i] *= 1 - 0.95f * m - 0.9f * h;
                    b[i] *= 1 - 1.25f * m - 0.65f * h;
                }
            }
        });
        spots.forEach(spot -> draw(spot, r, g, b));
    }

    private void draw(Spot spot, float[] r, float[] g, float[] b) {
        int reach = (int) Math.ceil(2.5 * spot.radiusMm * window.pxPerMm());
        int cx = (int) window.column(spot.at.x());
        int cy = (int) window.row(spot.at.y());
        for (int y = Math.max(0, cy - reach); y <= Math.min(window.height() - 1, cy + reach); y++) {
            for (int x = Math.max(0, cx - reach); x <= Math.min(window.width() - 1, cx + reach); x++) {
                double dx = window.xMm(x) - spot.at.x();
                double dy = window.yMm(y) - spot.at.y();
                double edge =
                        1 + 0.3 * lipNoise.at(window.xMm(x) / 2 / spot.radiusMm, window.yMm(y) / 2 / spot.radiusMm);
                double in = 1 - Shape.step(0.3, 1.5, Math.hypot(dx, dy) * edge / spot.radiusMm);
                float m = (float) (tone * 0.085 * spot.strength * in * mask.at(window.xMm(x), window.yMm(y)));
                int i = y * window.width() + x;
                r[i] *= 1 - 0.75f * m;
                g[i] *= 1 - 1.0f * m;
                b[i] *= 1 - 1.15f * m;
            }
        }
    }
}
