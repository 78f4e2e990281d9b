package rhytid.phantom;

/** Between sRGB's code values and light, both 0 to 1 (IEC 61966-2-1). */
final class Tone {

    private static final float[] ENCODED = new float[4097];

    static {
        for (int i = 0; i < ENCODED.length; i++) {
            double v = i / 4096.0;
            ENCODED[i] = (float) (v <= 0.0031308 ? 12.92 * v : 1.055 * Math.pow(v, 1 / 2.4) - 0.055);
        }
    }

    private Tone() {}

    static float linear(float encoded) {
        return (float) (encoded <= 0.04045 ? encoded / 12.92 : Math.pow((encoded + 0.055) / 1.055, 2.4));
    }

    /** Linear between entries of a table: good to 1/1000 of a code value but for the deepest blacks. */
    static float encoded(float light) {
        float at = Math.clamp(light, 0f, 1f) * 4096;
        int i = Math.min(4095, (int) at);
        return ENCODED[i] + (ENCODED[i + 1] - ENCODED[i]) * (at - i);
    }

    /** Luminance of linear red, green and blue (Rec. 709). */
    static float luminance(float r, float g, float b) {
        return 0.2126f * r + 0.7152f * g + 0.0722f * b;
    }
}
