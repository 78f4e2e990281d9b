package rhytid.photo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * RGB spaces that files name instead of carrying a profile, each as an ICC profile of our own making (ICC.1:2022: a
 * display profile of matrix and curves). Primaries from ITU-T H.273 and from Adobe RGB (1998), all with white D65.
 */
enum RgbSpace {
    SRGB(1, Curve.SRGB, 0.640, 0.330, 0.300, 0.600, 0.150, 0.060),
    DISPLAY_P3(12, Curve.SRGB, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060),
    BT2020(9, Curve.SRGB, 0.708, 0.292, 0.170, 0.797, 0.131, 0.046),
    ADOBE_RGB(-1, Curve.ADOBE, 0.640, 0.330, 0.210, 0.710, 0.150, 0.060);

    /** Parametric curves of ICC.1 section 10.18: function type, then its parameters. */
    private enum Curve {
        SRGB(3, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045),
        ADOBE(0, 563.0 / 256);

        private final int function;
        private final double[] parameters;

        Curve(int function, double... parameters) {
            this.function = function;
            this.parameters = parameters;
        }
    }

    private static final double[] D65 = {0.3127 / 0.3290, 1, (1 - 0.3127 - 0.3290) / 0.3290};

    /** The profile connection space's white, as ICC.1 states it. */
    private static final double[] D50 = {0.9642, 1, 0.8249};

    /** Bradford's cone response (Lam 1985), as in ICC.1 annex E. */
    private static final double[][] BRADFORD = {
        {0.8951, 0.2664, -0.1614}, {-0.7502, 1.7135, 0.0367}, {0.0389, -0.0685, 1.0296}
    };

    private static final int HEADER_BYTES = 128;
    private static final int XYZ_BYTES = 20;

    private final int codePoint;
    private final Curve curve;
    private final double[] primaries;

    RgbSpace(int codePoint, Curve curve, double... primaries) {
        this.codePoint = codePoint;
        this.curve = curve;
        this.primaries = primaries;
    }

    /** The space of a colour primaries code point of ITU-T H.273 with sRGB's curve. */
    static Optional<RgbSpace> ofCodePoint(int codePoint) {
        for (RgbSpace space : values()) {
            if (space.codePoint == codePoint) {
                return Optional.of(space);
            }
        }
        return Optional.empty();
    }

    /** The space as an ICC profile. */
    Bytes profile() {
        String[] tags = {"wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"};
        int table = HEADER_BYTES + 4 + 12 * tags.length;
        int curveAt = table + 4 * XYZ_BYTES;
        int curveBytes = 12 + 4 * curve.parameters.length;
        ByteBuffer out = ByteBuffer.allocate(curveAt + curveBytes);
        header(out);
        out.position(HEADER_BYTES);
        out.putInt(tags.length);
        for (int i = 0; i < tags.length; i++) {
            ascii(out, tags[i]);
            out.putInt(i < 4 ? table + i * XYZ_BYTES : curveAt);
            out.putInt(i < 4 ? XYZ_BYTES : curveBytes);
        }
        xyz(out, D50);
        double[][] colorants = colorantsD50();
        for (int primary = 0; primary < 3; primary++) {
            xyz(out, new double[] {colorants[0][primary], colorants[1][primary], colorants[2][primary]});
        }
        ascii(out, "para");
        out.putInt(0).putShort((short) curve.function).putShort((short) 0);
        for (double parameter : curve.parameters) {
            fixed(out, parameter);
        }
        return Bytes.of(out.array());
    }

    private static void header(ByteBuffer out) {
        out.putInt(out.capacity());
        out.position(8);
        out.putInt(0x04400000);
        ascii(out, "mntrRGB XYZ ");
        out.position(36);
        ascii(out, "acsp");
        out.position(68);
        for (double value : D50) {
            fixed(out, value);
        }
    }

    /** Columns are the primaries' XYZ adapted to D50, scaled so that their sum is white. */
    private double[][] colorantsD50() {
        double[][] xyz = new double[3][3];
        for (int i = 0; i < 3; i++) {
            double x = primaries[2 * i];
            double y = primaries[2 * i + 1];
            xyz[0][i] = x / y;
            xyz[1][i] = 1;
            xyz[2][i] = (1 - x - y) / y;
        }
        double[] scale = times(inverse(xyz), D65);
        double[] from = times(BRADFORD, D65);
        double[] to = times(BRADFORD, D50);
        double[][] result = new double[3][3];
        for (int i = 0; i < 3; i++) {
            double[] cone = times(BRADFORD, new double[] {xyz[0][i], xyz[1][i], xyz[2][i]});
            for (int k = 0; k < 3; k++) {
                cone[k] *= scale[i] * to[k] / from[k];
            }
            double[] adapted = times(inverse(BRADFORD), cone);
            for (int k = 0; k < 3; k++) {
                result[k][i] = adapted[k];
            }
        }
        return result;
    }

    private static double[] times(double[][] m, double[] v) {
        double[] result = new double[3];
        for (int row = 0; row < 3; row++) {
            result[row] = m[row][0] * v[0] + m[row][1] * v[1] + m[row][2] * v[2];
        }
        return result;
    }

    /** By cofactors; indices go round, so each cofactor has its sign. */
    private static double[][] inverse(double[][] m) {
        double[][] result = new double[3][3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                int r = (column + 1) % 3;
                int s = (column + 2) % 3;
                int c = (row + 1) % 3;
                int d = (row + 2) % 3;
                result[row][column] = m[r][c] * m[s][d] - m[r][d] * m[s][c];
            }
        }
        double determinant = m[0][0] * result[0][0] + m[0][1] * result[1][0] + m[0][2] * result[2][0];
        for (double[] row : result) {
            for (int column = 0; column < 3; column++) {
                row[column] /= determinant;
            }
        }
        return result;
    }

    private static void xyz(ByteBuffer out, double[] values) {
        ascii(out, "XYZ ");
        out.putInt(0);
        for (double value : values) {
            fixed(out, value);
        }
    }

    /** A number with 16 bits after the point. */
    private static void fixed(ByteBuffer out, double value) {
        out.putInt((int) Math.round(value * 65536));
    }

    private static void ascii(ByteBuffer out, String text) {
        out.put(text.getBytes(StandardCharsets.US_ASCII));
    }
}
