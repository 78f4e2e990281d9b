package rhytid.wrinkle;

import java.util.Arrays;
import java.util.List;
import rhytid.face.CanonicalFace;
import rhytid.face.FaceLandmarks;
import rhytid.geometry.Point;

/**
 * How the mean face's own shape takes the light, and how bright a face is at the same places. Of light that comes from
 * everywhere and from one lamp, in equal parts.
 */
final class FaceShading {

    /**
     * Where a lamp usually stands, as the face's shading sees it: in front, about 40° above the eyes, with as much
     * light from everywhere else.
     */
    static final Point USUAL = new Point(0, -0.42);

    /** Light from everywhere, as a share of what falls on skin that faces the camera. */
    private static final double AMBIENT = 0.5;

    private static final double SMOOTH_MM = 2.5;
    private static final double NEIGHBOURS_MM = 8;
    private static final double STEEPEST = 1.2;
    private static final double LEAST_SKIN = 0.6;

    private static final double[][] SLOPES = slopes();
    private static final double[][] SHADES =
            Arrays.stream(SLOPES).map(FaceShading::shade).toArray(double[][]::new);

    private FaceShading() {}

    /** How many places there are: points of the mesh. */
    static int places() {
        return SLOPES.length;
    }

    /** By how much ln(light) falls at a place where the lamp moves by 1 along the picture's x and y. */
    static double[] shade(int place) {
        return SHADES[place];
    }

    /**
     * ln(light) of one photo at each place; NaN where it shows no skin, is dark, or so steep that its slope means
     * little.
     */
    static double[] lnLight(Raster light, SkinMask mask, FaceLandmarks mesh, SkinFrame frame) {
        Raster skin = mask.skin();
        float[] share = skin.blurred(SMOOTH_MM).values();
        float[] smooth = smooth(light, skin);
        double[] ln = new double[SLOPES.length];
        for (int i = 0; i < ln.length; i++) {
            Point p = frame.mm(mesh.point(i));
            int column = (int) Math.round(skin.column(p.x()));
            int row = (int) Math.round(skin.row(p.y()));
            ln[i] = Double.NaN;
            if (column >= 0 && row >= 0 && column < skin.width() && row < skin.height()) {
                int at = row * skin.width() + column;
                boolean flat = Math.hypot(SLOPES[i][0], SLOPES[i][1]) < STEEPEST;
                if (share[at] > LEAST_SKIN && flat && smooth[at] > 0) {
                    ln[i] = Math.log(smooth[at] / share[at]);
                }
            }
        }
        return ln;
    }

    private static float[] smooth(Raster light, Raster skin) {
        float[] on = light.shrunk(Math.max(1, (int) (light.pxPerMm() / skin.pxPerMm())))
                .stretchedTo(skin)
                .values();
        for (int i = 0; i < on.length; i++) {
            on[i] *= skin.values()[i];
        }
        return skin.with(on).blurred(SMOOTH_MM).values();
    }

    /**
     * By how much ln(light) falls where the lamp, being where it usually stands, moves by 1: a steep place turns away
     * from the lamp and the camera alike, and so feels it less than its slope says.
     */
    private static double[] shade(double[] slope) {
        double facing = 1 / Math.sqrt(1 + slope[0] * slope[0] + slope[1] * slope[1]);
        double towards = facing * (1 - AMBIENT) - facing * (USUAL.x() * slope[0] + USUAL.y() * slope[1]);
        double light = AMBIENT + Math.max(0, towards);
        return new double[] {facing * slope[0] / light, facing * slope[1] / light};
    }

    /** The slopes of the mean face at each of its points: how far it comes forward per mm to the right and down. */
    private static double[][] slopes() {
        List<CanonicalFace.Vertex> face = CanonicalFace.vertices().subList(0, 468);
        double[][] slopes = new double[face.size()][];
        for (int i = 0; i < slopes.length; i++) {
            CanonicalFace.Vertex here = face.get(i);
            LeastSquares plane = new LeastSquares(3);
            for (CanonicalFace.Vertex other : face) {
                double[] p = {1, other.x() - here.x(), here.y() - other.y(), other.z()};
                double far = Math.hypot(p[1], p[2]) / NEIGHBOURS_MM;
                plane.add(p, far < 3 ? Math.exp(-far * far / 2) : 0);
            }
            double[] solved = plane.solved();
            slopes[i] = new double[] {solved[1], solved[2]};
        }
        return slopes;
    }
}
