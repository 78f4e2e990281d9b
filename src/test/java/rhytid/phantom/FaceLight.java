package rhytid.phantom;

import java.util.List;

/**
 * Light from elsewhere on the whole face: the mean face was lit from the front, so each place is given the ratio of
 * what a face of that shape gets from the wanted and from the nominal light. Half of all light comes from everywhere.
 */
final class FaceLight {

    private static final double AMBIENT = 0.5;

    private final Anatomy anatomy;
    private final Lighting lighting;

    FaceLight(Anatomy anatomy, Lighting lighting) {
        this.anatomy = anatomy;
        this.lighting = lighting;
    }

    void draw(Window window, List<Plane> rgb) {
        if (lighting.azimuthDeg() == Lighting.NOMINAL.azimuthDeg()
                && lighting.elevationDeg() == Lighting.NOMINAL.elevationDeg()) {
            return;
        }
        FaceDepth depth = new FaceDepth(anatomy, 280, 320);
        double[] wanted = lighting.direction();
        double[] nominal = Lighting.NOMINAL.direction();
        Plane coarse = Plane.of(140, 160, (x, y) -> {
            double sx = depth.slopeX(2 * x + 1, 2 * y + 1);
            double sy = depth.slopeY(2 * x + 1, 2 * y + 1);
            return (float) (lit(wanted, sx, sy) / lit(nominal, sx, sy));
        });
        Plane soft = coarse.blurred(2);
        rgb.getFirst().rows(y -> {
            for (int x = 0; x < window.width(); x++) {
                float ratio = soft.linear(window.xMm(x) / 2 - 0.5, window.yMm(y) / 2 - 0.5);
                for (Plane plane : rgb) {
                    plane.values[y * window.width() + x] *= ratio;
                }
            }
        });
    }

    private static double lit(double[] l, double sx, double sy) {
        double facing = (-sx * l[0] - sy * l[1] + l[2]) / Math.sqrt(1 + sx * sx + sy * sy);
        return AMBIENT + (1 - AMBIENT) * Math.max(0, facing) / l[2];
    }
}
