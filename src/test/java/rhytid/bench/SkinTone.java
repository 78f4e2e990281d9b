package rhytid.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import rhytid.face.FaceLandmarks;
import rhytid.geometry.Point;
import rhytid.phantom.Base;
import rhytid.photo.Photo;

/**
 * The tone of the cheeks by their individual typology angle, ITA = atan((L* − 50) / b*) (Chardon 1991). In photos of
 * unknown light it speaks of the picture as much as of the skin; the London set has one light.
 */
public enum SkinTone {
    LIGHT("light (ITA > 28°)"),
    TAN("tan (10 to 28°)"),
    DARK("dark (< 10°)");

    /** Middles of both cheeks on the mesh. */
    private static final int[] CHEEKS = {50, 280};

    private final String words;

    SkinTone(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }

    public static SkinTone of(Photo photo, FaceLandmarks face) {
        List<double[]> pixels = new ArrayList<>();
        int reach = (int) Math.max(2, 0.08 * face.interpupillaryPx());
        try (UByteIndexer codes = photo.pixels().createIndexer()) {
            for (int cheek : CHEEKS) {
                Point p = face.point(cheek);
                for (int y = (int) p.y() - reach; y <= p.y() + reach; y++) {
                    for (int x = (int) p.x() - reach; x <= p.x() + reach; x++) {
                        if (x >= 0 && y >= 0 && x < photo.width() && y < photo.height()) {
                            pixels.add(new double[] {codes.get(y, x, 2), codes.get(y, x, 1), codes.get(y, x, 0)});
                        }
                    }
                }
            }
        }
        double[] rgb = new double[3];
        for (int c = 0; c < 3; c++) {
            int channel = c;
            double[] sorted =
                    pixels.stream().mapToDouble(p -> p[channel]).sorted().toArray();
            rgb[c] = sorted[sorted.length / 2];
        }
        double ita = ita(rgb);
        return ita > 28 ? LIGHT : ita > 10 ? TAN : DARK;
    }

    public static SkinTone of(Base phantom) {
        return switch (phantom) {
            case FAIR_WOMAN, FAIR_MAN -> LIGHT;
            case OLIVE_WOMAN, OLIVE_MAN -> TAN;
            case DARK -> DARK;
        };
    }

    /** The figure of each tone that has any, and of how many it is made. */
    public static <T> Map<String, GoalRow.Part> parts(
            List<T> all, Function<T, SkinTone> tone, ToDoubleFunction<List<T>> figure) {
        Map<String, GoalRow.Part> parts = new LinkedHashMap<>();
        for (SkinTone one : values()) {
            List<T> some = all.stream().filter(t -> tone.apply(t) == one).toList();
            if (!some.isEmpty()) {
                parts.put(one.words, new GoalRow.Part(figure.applyAsDouble(some), some.size()));
            }
        }
        return parts;
    }

    /** Of sRGB code values, by CIE L*a*b* with the white point D65. */
    private static double ita(double[] rgb) {
        double r = linear(rgb[0]);
        double g = linear(rgb[1]);
        double b = linear(rgb[2]);
        double y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
        double z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.0888;
        double lightness = 116 * root(y) - 16;
        double yellow = 200 * (root(y) - root(z));
        return Math.toDegrees(Math.atan2(lightness - 50, Math.max(yellow, 1e-3)));
    }

    private static double linear(double code) {
        double v = code / 255;
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }

    private static double root(double share) {
        return share > 216.0 / 24389 ? Math.cbrt(share) : (24389.0 / 27 * share + 16) / 116;
    }
}
