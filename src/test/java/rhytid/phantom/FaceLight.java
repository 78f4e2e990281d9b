package rhytid.phantom;

import java.util.List;

/**
 * Light from elsewhere on the whole face: the mean face was lit once for all, so each place is given the ratio of what
 * a face of that shape gets from the wanted and from that light. Half of all light comes from everywhere.
 */
final class FaceLight {

    private static final double AMBIENT = 0.5;

    /**
     * Where the lamp of the mean face's photos stood: 14° to the subject's right, by the halves of 16 odd London faces.
     */
    private static final Lighting FACES = Lighting.NOMINAL.from(-14, Lighting.NOMINAL.elevationDeg());

    private final Anatomy anatomy;
    private final Lighting lighting;

    FaceLight(Anatomy anatomy, Lighting lighting) {
        this.anatomy = anatomy;
        this.lighting = lighting;
    }

    void draw(Window window, List<Plane> rgb) {
        FaceDepth depth = new FaceDepth(anatomy, 280, 320);
        double[] wanted = lighting.direction();
        double[] own = FACES.direction();
        Plane coarse = Plane.of(140, 160, (x, y) -> {
            double sx = depth.slopeX(2 * x + 1, 2 * y + 1);
            double sy = depth.slopeY(2 * x + 1, 2 * y + 1);
            return (float) (lit(wanted, sx, sy) / lit(own, sx, sy));
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
