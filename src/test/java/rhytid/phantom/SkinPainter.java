package rhytid.phantom;

import java.util.List;
import rhytid.face.Side;
import rhytid.geometry.Point;

/** Puts a phantom's skin on its face: relief and colour, weighted by where on the face it is. */
final class SkinPainter {

    private final Skin skin;
    private final SkinMask mask;
    private final Anatomy anatomy;
    private final double pxPerMm;

    SkinPainter(Phantom phantom, MeanFace mean, double pxPerMm) {
        this.skin = new Skin(phantom.seed(), 0.9 + 0.5 * phantom.age());
        this.mask = mean.skin();
        this.anatomy = mean.anatomy();
        this.pxPerMm = pxPerMm;
    }

    private double mm(int px) {
        return (px + 0.5) / pxPerMm;
    }

    void relief(Plane height) {
        double finest = 2 / pxPerMm;
        height.rows(y -> {
            for (int x = 0; x < height.width; x++) {
                float on = mask.at(mm(x), mm(y));
                if (on > 0.01) {
                    double p = porosity(mm(x), mm(y));
                    height.values[y * height.width + x] += on * skin.height(mm(x), mm(y), finest, p);
                }
            }
        });
    }

    /** Pores are widest on the nose and the cheeks beside it, fewest around the eyes. */
    private double porosity(double x, double y) {
        Point nose = anatomy.point(54).towards(anatomy.point(60), 0.5);
        double sum = Shape.bell(x - nose.x(), 15) * Shape.bell(y - nose.y(), 18);
        for (Side side : Side.values()) {
            Point cheek = anatomy.point(side == Side.RIGHT ? 166 : 169);
            sum += 0.7 * Shape.bell(x - cheek.x(), 14) * Shape.bell(y - cheek.y() - 6, 16);
            Point eye = anatomy.pupil(side);
            sum -= 0.4 * Shape.bell(x - eye.x(), 16) * Shape.bell(y - eye.y() - 4, 9);
        }
        return Math.max(-0.2, sum);
    }

    /** Melanin takes blue more than red, blood takes green; a dark skin shows both less. */
    void colour(List<Plane> rgb) {
        Plane r = rgb.get(0);
        Plane g = rgb.get(1);
        Plane b = rgb.get(2);
        r.rows(y -> {
            for (int x = 0; x < r.width; x++) {
                float on = mask.at(mm(x), mm(y));
                if (on > 0.01) {
                    int i = y * r.width + x;
                    float m = 0.045f * on * skin.melanin(mm(x), mm(y));
                    float h = 0.05f * on * skin.blood(mm(x), mm(y));
                    r.values[i] *= 1 - 0.6f * m - 0.15f * h;
                    g.values[i] *= 1 - 0.95f * m - 0.9f * h;
                    b.values[i] *= 1 - 1.25f * m - 0.65f * h;
                }
            }
        });
    }
}
