package rhytid.wrinkle;

/** Takes the illumination away: what is left is how much darker a place is than the skin around it. */
final class FlatSkin {

    /** Wider than any line and narrower than the face's own shape. */
    private static final double ILLUMINATION_MM = 4;

    private FlatSkin() {}

    /**
     * Light over the mean light of the skin around, less 1: the Weber contrast. What is no skin does not count as
     * surroundings, and reads 0.
     */
    static Raster flatten(Raster light, SkinMask mask) {
        float[] skin = mask.skin().stretchedTo(light).values();
        float[] masked = new float[skin.length];
        for (int i = 0; i < skin.length; i++) {
            masked[i] = skin[i] * light.values()[i];
        }
        float[] sum = light.with(masked).blurred(ILLUMINATION_MM).values();
        float[] share = light.with(skin).blurred(ILLUMINATION_MM).values();
        for (int i = 0; i < skin.length; i++) {
            masked[i] = sum[i] > 1e-6f ? skin[i] * (light.values()[i] * share[i] / sum[i] - 1) : 0;
        }
        return light.with(masked);
    }
}
