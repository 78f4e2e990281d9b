package rhytid.wrinkle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import rhytid.face.CanonicalFace;
import rhytid.face.FaceLandmarks;
import rhytid.geometry.Point;

/**
 * By how much the light comes from elsewhere in the follow-up, told from the shading of the face's own shape: the ratio
 * of both photos has no skin colour left in it, and what is left follows the slopes of the mean face.
 *
 * <p>A furrow is dark because less light reaches its bottom, and because one of its walls looks away from the lamp. The
 * second part grows with the light that falls across it, so the same furrow looks deeper when the lamp is raised. What
 * that makes of a line is taken as √({@link #HOLLOW}² + a²), a being the light across it over the light towards the
 * camera.
 *
 * @param across change of the vector towards the light, along the picture's x, over its part towards the camera
 * @param down the same along the picture's y: negative where the light came from higher up
 * @param error standard error of both
 */
record LightTurn(double across, double down, double error) {

    static final LightTurn NONE = new LightTurn(0, 0, 0);

    /**
     * Where a lamp usually stands, as the face's shading sees it: in front, about 40° above the eyes, with as much
     * light from everywhere else.
     */
    private static final Point USUAL = new Point(0, -0.42);

    /**
     * The share of a line's darkness that no turn of the light changes, in the unit of a. With this, lines of phantoms
     * (seeds 900 to 911) kept their depth best.
     */
    private static final double HOLLOW = 0.29;

    /**
     * The same for the skin's own texture, which is pigment as much as relief: of the contrast of phantoms' cheeks
     * (seeds 900 to 911).
     */
    private static final double PIGMENT = 0.58;

    /**
     * Nobody knows on which side the usual lamp stands, so what it does to upright lines can't be told: it stands
     * anywhere within 20° of the middle.
     */
    private static final double SIDE_UNKNOWN = 0.15;

    /** Of the correction itself: of phantoms' lines (seeds 700 to 713) 0.1 to 0.16, by region; skin is no phantom. */
    private static final double CORRECTION_DOUBT = 0.25;

    /** Light from everywhere, as a share of what falls on skin that faces the camera. */
    private static final double AMBIENT = 0.5;

    private static final double SMOOTH_MM = 2.5;
    private static final double NEIGHBOURS_MM = 8;
    private static final double STEEPEST = 1.2;
    private static final double LEAST_SKIN = 0.6;
    private static final int LEAST_PLACES = 40;
    private static final int ROUNDS = 6;

    /** A place that is off by more than this, in ln(light), counts less: a shadow's border, shine. */
    private static final double HUBER = 0.03;

    /** Places that share one freckle or one shadow are not independent: about so many of them are one. */
    private static final double ALIKE = 6;

    /** Where a face is cut into three times three parts: beside the midline and below the eyes, in 100 mm. */
    private static final double ASIDE = 0.2;

    private static final double TOP = -0.1;
    private static final double BOTTOM = 0.3;

    /** Of fewer, none can be left out. */
    private static final int LEAST_PARTS = 4;

    private static final double[][] SLOPES = slopes();
    private static final double[][] SHADES =
            Arrays.stream(SLOPES).map(LightTurn::shade).toArray(double[][]::new);

    static LightTurn between(Raster before, Raster after, SkinMask mask, FaceLandmarks mesh, SkinFrame frame) {
        Raster skin = mask.skin();
        float[] share = skin.blurred(SMOOTH_MM).values();
        float[] one = smooth(before, skin);
        float[] two = smooth(after, skin);
        List<double[]> places = new ArrayList<>();
        for (int i = 0; i < SLOPES.length; i++) {
            Point p = frame.mm(mesh.point(i));
            int column = (int) Math.round(skin.column(p.x()));
            int row = (int) Math.round(skin.row(p.y()));
            if (column < 0 || row < 0 || column >= skin.width() || row >= skin.height()) {
                continue;
            }
            int at = row * skin.width() + column;
            if (share[at] > LEAST_SKIN && Math.hypot(SLOPES[i][0], SLOPES[i][1]) < STEEPEST && one[at] > 0) {
                double[] shade = SHADES[i];
                double ratio = Math.log(two[at] / one[at]);
                places.add(new double[] {1, shade[0], shade[1], p.x() / 100, p.y() / 100, ratio});
            }
        }
        return places.size() < LEAST_PLACES ? NONE : fitted(places);
    }

    /** How much deeper the follow-up's light alone makes a line look, given the line's normal. */
    double gain(Point normal) {
        double usual = USUAL.dot(normal);
        double turn = across * normal.x() + down * normal.y();
        return Math.hypot(HOLLOW, usual + turn / 2) / Math.hypot(HOLLOW, usual - turn / 2);
    }

    /** How much more contrast it gives to the skin's texture, which runs in all directions. */
    double ofTexture() {
        Point half = new Point(across, down).times(0.5);
        return Math.hypot(PIGMENT, USUAL.plus(half).norm())
                / Math.hypot(PIGMENT, USUAL.minus(half).norm());
    }

    /** Standard error of ln(gain): of the turn, of the correction, and of the usual light. */
    double doubt(Point normal) {
        double turn = across * normal.x() + down * normal.y();
        double usual = USUAL.dot(normal);
        double perTurn = usual / (HOLLOW * HOLLOW + usual * usual);
        double perSide = SIDE_UNKNOWN * Math.abs(normal.x()) / (HOLLOW * HOLLOW + usual * usual);
        double own = CORRECTION_DOUBT * Math.log(gain(normal));
        return Math.hypot(Math.hypot(perTurn * error, perSide * turn), own);
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
     * Robust least squares of ln(ratio) on the slopes, and on the place: a near lamp lights what is near to it more,
     * whichever way it faces.
     */
    private static LightTurn fitted(List<double[]> places) {
        double[] fit = new double[5];
        double[][] normal = new double[5][6];
        double misfit = 0;
        for (int round = 0; round < ROUNDS; round++) {
            normal = new double[5][6];
            misfit = 0;
            for (double[] p : places) {
                double off = off(p, fit);
                double weight = round == 0 ? 1 : huber(off);
                misfit += weight * off * off / places.size();
                add(normal, p, weight);
            }
            fit = solved(normal);
        }
        double spread = Math.sqrt(misfit * ALIKE / Math.min(normal[1][1], normal[2][2]));
        return new LightTurn(-fit[1], -fit[2], Math.max(spread, disagreement(places, fit)));
    }

    /**
     * Standard error of the turn by how much it depends on single parts of the face (jackknife): a shadow over one part
     * lets it fit badly there, and all places of that part alike.
     */
    private static double disagreement(List<double[]> places, double[] fit) {
        Map<Integer, double[][]> parts = new TreeMap<>();
        for (double[] p : places) {
            add(
                    parts.computeIfAbsent(
                            3 * third(p[4], TOP, BOTTOM) + third(p[3], -ASIDE, ASIDE), n -> new double[5][6]),
                    p,
                    huber(off(p, fit)));
        }
        if (parts.size() < LEAST_PARTS) {
            return 0;
        }
        double square = 0;
        for (double[][] leftOut : parts.values()) {
            double[][] rest = new double[5][6];
            parts.values().stream().filter(part -> part != leftOut).forEach(part -> {
                for (int a = 0; a < 5; a++) {
                    for (int b = 0; b < 6; b++) {
                        rest[a][b] += part[a][b];
                    }
                }
            });
            double[] other = solved(rest);
            double moved = Math.hypot(other[1] - fit[1], other[2] - fit[2]);
            square += moved * moved / 2;
        }
        return Math.sqrt(square * (parts.size() - 1) / parts.size());
    }

    private static int third(double at, double first, double second) {
        return at < first ? 0 : at < second ? 1 : 2;
    }

    /** What a fit leaves of a place's ln(ratio). */
    private static double off(double[] place, double[] fit) {
        double off = place[5];
        for (int a = 0; a < fit.length; a++) {
            off -= fit[a] * place[a];
        }
        return off;
    }

    private static double huber(double off) {
        return 1 / Math.max(1, Math.abs(off) / HUBER);
    }

    /** One more equation, the last number its right side. */
    private static void add(double[][] normal, double[] equation, double weight) {
        for (int a = 0; a < normal.length; a++) {
            for (int b = 0; b <= normal.length; b++) {
                normal[a][b] += weight * equation[a] * equation[b];
            }
        }
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
            double[][] normal = new double[3][4];
            for (CanonicalFace.Vertex other : face) {
                double[] p = {1, other.x() - here.x(), here.y() - other.y(), other.z()};
                double far = Math.hypot(p[1], p[2]) / NEIGHBOURS_MM;
                double weight = far < 3 ? Math.exp(-far * far / 2) : 0;
                add(normal, p, weight);
            }
            double[] plane = solved(normal);
            slopes[i] = new double[] {plane[1], plane[2]};
        }
        return slopes;
    }

    /** Of as many equations as unknowns, given with their right sides, by Gauss and Jordan; positive definite. */
    private static double[] solved(double[][] equations) {
        int n = equations.length;
        double[][] m = new double[n][];
        for (int r = 0; r < n; r++) {
            m[r] = equations[r].clone();
        }
        for (int c = 0; c < n; c++) {
            for (int r = 0; r < n; r++) {
                double k = r == c ? 0 : m[r][c] / m[c][c];
                for (int q = c; q <= n; q++) {
                    m[r][q] -= k * m[c][q];
                }
            }
        }
        double[] x = new double[n];
        for (int r = 0; r < n; r++) {
            x[r] = m[r][n] / m[r][r];
        }
        return x;
    }
}
