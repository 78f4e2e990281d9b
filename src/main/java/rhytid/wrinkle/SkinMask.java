package rhytid.wrinkle;

import java.util.Arrays;
import java.util.List;
import rhytid.face.FaceLandmarks;
import rhytid.face.FaceMesh;
import rhytid.face.Side;
import rhytid.geometry.Point;
import rhytid.geometry.Polygon;

/**
 * Where a photo shows measurable skin, at 2 px/mm: not hair, brows, lashes, lips, nostrils, eyes, glasses, beard, deep
 * shadow or clipped highlights.
 *
 * @param skin 1 for skin
 * @param features 1 for brows, eyes, lips and the base of the nose, which belong to no region
 * @param hair 1 where it is too dark, too rough or of another colour
 * @param shine 1 where highlights are clipped or glitter
 */
record SkinMask(Raster skin, Raster features, Raster hair, Raster shine) {

    static final double PX_PER_MM = 2;

    private static final double PATCH_RADIUS_MM = 8;

    /** Of the mesh: on the midline, above the brows. */
    private static final int MIDDLE_OF_FOREHEAD = 151;

    /** The wings of the nose and the nostrils. */
    private static final int[] NOSE_BASE = {129, 64, 98, 97, 2, 326, 327, 294, 358, 279, 440, 4, 220, 49};

    /** @param colour linear red, green and blue at {@link #PX_PER_MM} */
    static SkinMask of(Raster[] colour, FaceLandmarks mesh, SkinFrame frame, SkinLimits limits) {
        Raster red = colour[0];
        int n = red.values().length;
        float[] light = new float[n];
        float[] warm = new float[n];
        float[] cool = new float[n];
        float[] clipped = new float[n];
        for (int i = 0; i < n; i++) {
            float r = Math.max(colour[0].values()[i], 1e-4f);
            float g = Math.max(colour[1].values()[i], 1e-4f);
            float b = Math.max(colour[2].values()[i], 1e-4f);
            light[i] = (float) Math.log(0.2126 * r + 0.7152 * g + 0.0722 * b);
            warm[i] = (float) Math.log(r / g);
            cool[i] = (float) Math.log(g / b);
            clipped[i] = (r > limits.clipped() ? 1 : 0) + (g > limits.clipped() ? 1 : 0) >= 2 ? 1 : 0;
        }
        Raster smoothLight = red.with(light).blurred(0.8);
        Raster smoothWarm = red.with(warm).blurred(0.8);
        Raster smoothCool = red.with(cool).blurred(0.8);
        Raster texture = texture(red.with(light));
        float[] burnt = red.with(clipped).blurred(0.5).values();
        boolean[] cheek = cheeks(red, mesh, frame);
        double lightMid = median(smoothLight.values(), cheek);
        double warmMid = median(smoothWarm.values(), cheek);
        double coolMid = median(smoothCool.values(), cheek);
        Point forehead = frame.mm(mesh.point(MIDDLE_OF_FOREHEAD));
        boolean[] middle = around(red, forehead);
        double foreheadLight = median(smoothLight.values(), middle);
        double foreheadWarm = median(smoothWarm.values(), middle);
        float[] hair = new float[n];
        float[] shine = new float[n];
        for (int i = 0; i < n; i++) {
            boolean other = texture.values()[i] > limits.texture()
                    || Math.abs(smoothWarm.values()[i] - warmMid) > limits.hue()
                    || Math.abs(smoothCool.values()[i] - coolMid) > 1.5 * limits.hue();
            // Shine is light of the lamp's own colour on top of the skin's.
            boolean bright = smoothLight.values()[i] > lightMid + limits.shine();
            shine[i] = burnt[i] > 0.3 || (other && bright) ? 1 : 0;
            hair[i] = smoothLight.values()[i] < lightMid - limits.shadow() || (other && !bright) ? 1 : 0;
            if (red.yMm(i / red.width()) < forehead.y() - PATCH_RADIUS_MM) {
                double redder = smoothWarm.values()[i] - foreheadWarm;
                double lighter = smoothLight.values()[i] - foreheadLight;
                boolean glossy = lighter > limits.shine() && texture.values()[i] < limits.texture() / 3;
                boolean dark = lighter < -limits.hairlineDarker() && redder < limits.hairlineGreyer();
                if (dark || (redder < -limits.hairlineGreyer() && !glossy)) {
                    hair[i] = 1;
                }
            }
        }
        return of(majority(red.with(hair)), majority(red.with(shine)), mesh, frame, limits);
    }

    private static SkinMask of(Raster hair, Raster shine, FaceLandmarks mesh, SkinFrame frame, SkinLimits limits) {
        Raster features = features(hair, mesh, frame);
        float[] near = hair.blurred(limits.hairReachMm()).values();
        double noseBase = frame.mm(mesh.point(FaceMesh.SUBNASALE)).y() - limits.hairReachMm();
        double brows =
                frame.mm(mesh.point(FaceMesh.browUpperBorder(Side.RIGHT)[0])).y() - 3 * limits.hairReachMm();
        float[] skin = new float[hair.values().length];
        for (int i = 0; i < skin.length; i++) {
            double y = hair.yMm(i / hair.width());
            boolean fineHair = near[i] > 0.15 && features.values()[i] < 0.5 && (y > noseBase || y < brows);
            boolean free = hair.values()[i] + shine.values()[i] + features.values()[i] < 0.5 && !fineHair;
            skin[i] = free ? 1 : 0;
        }
        return new SkinMask(hair.with(skin), features, hair, shine);
    }

    /** Only what is skin in both; the other mask lies over the same frame. */
    SkinMask and(SkinMask other) {
        float[] both = skin.values().clone();
        for (int i = 0; i < both.length; i++) {
            both[i] *= other.skin.values()[i];
        }
        return new SkinMask(skin.with(both), features, larger(hair, other.hair), larger(shine, other.shine));
    }

    private static Raster larger(Raster one, Raster two) {
        float[] larger = one.values().clone();
        for (int i = 0; i < larger.length; i++) {
            larger[i] = Math.max(larger[i], two.values()[i]);
        }
        return one.with(larger);
    }

    /** Brows, eyes, lips and the base of the nose by the mesh, each with a margin for what grows out of it. */
    private static Raster features(Raster raster, FaceLandmarks mesh, SkinFrame frame) {
        Raster brows =
                stencil(raster, mesh, frame, 2.0, FaceMesh.browOutline(Side.RIGHT), FaceMesh.browOutline(Side.LEFT));
        Raster eyes =
                stencil(raster, mesh, frame, 3.0, FaceMesh.eyeOutline(Side.RIGHT), FaceMesh.eyeOutline(Side.LEFT));
        Raster lips = stencil(raster, mesh, frame, 1.5, FaceMesh.outerLips());
        Raster nose = stencil(raster, mesh, frame, 1.5, NOSE_BASE);
        float[] all = brows.values().clone();
        for (int i = 0; i < all.length; i++) {
            all[i] = Math.max(Math.max(all[i], eyes.values()[i]), Math.max(lips.values()[i], nose.values()[i]));
        }
        return raster.with(all);
    }

    private static Raster stencil(Raster raster, FaceLandmarks mesh, SkinFrame frame, double grow, int[]... outlines) {
        List<Polygon> polygons = Arrays.stream(outlines)
                .map(o -> RegionOutlines.polygon(mesh, frame, o))
                .toList();
        return Stencil.of(raster, polygons, grow);
    }

    private static Raster texture(Raster light) {
        Raster mean = light.blurred(1.5);
        float[] square = new float[light.values().length];
        for (int i = 0; i < square.length; i++) {
            float off = light.values()[i] - mean.values()[i];
            square[i] = off * off;
        }
        Raster variance = light.with(square).blurred(1.5);
        for (int i = 0; i < square.length; i++) {
            variance.values()[i] = (float) Math.sqrt(variance.values()[i]);
        }
        return variance;
    }

    /** A lone speck within skin, or of skin within hair, follows its neighbours. */
    private static Raster majority(Raster mask) {
        Raster smooth = mask.blurred(1.0);
        for (int i = 0; i < smooth.values().length; i++) {
            smooth.values()[i] = smooth.values()[i] > 0.4 ? 1 : 0;
        }
        return smooth;
    }

    /** The patches of skin that no usual treatment changes. */
    static boolean[] cheeks(Raster raster, FaceLandmarks mesh, SkinFrame frame) {
        boolean[] inside = around(raster, frame.mm(mesh.point(FaceMesh.cheek(Side.RIGHT))));
        boolean[] left = around(raster, frame.mm(mesh.point(FaceMesh.cheek(Side.LEFT))));
        for (int i = 0; i < inside.length; i++) {
            inside[i] |= left[i];
        }
        return inside;
    }

    private static boolean[] around(Raster raster, Point centre) {
        boolean[] inside = new boolean[raster.values().length];
        for (int row = 0; row < raster.height(); row++) {
            for (int column = 0; column < raster.width(); column++) {
                double x = raster.xMm(column) - centre.x();
                double y = raster.yMm(row) - centre.y();
                inside[row * raster.width() + column] = Math.hypot(x, y) < PATCH_RADIUS_MM;
            }
        }
        return inside;
    }

    static double median(float[] values, boolean[] where) {
        float[] chosen = new float[values.length];
        int n = 0;
        for (int i = 0; i < values.length; i++) {
            if (where[i]) {
                chosen[n++] = values[i];
            }
        }
        if (n == 0) {
            return Double.NaN;
        }
        Arrays.sort(chosen, 0, n);
        return chosen[n / 2];
    }
}
