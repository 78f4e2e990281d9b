package rhytid.wrinkle;

/**
 * What counts as skin, relative to the cheeks of the same face, so that it works alike on dark and light skin.
 *
 * @param shadow natural logarithm of light: darker than the cheeks by more than this is hair or deep shadow. A third of
 *     the cheeks' light; skin under the brow or beside the nose in ordinary light stays above
 * @param hue how far ln(red/green) and ln(green/blue) may lie from the cheeks': wider than flush and freckles, narrower
 *     than lips on pale skin, hair, cloth and background
 * @param texture standard deviation of ln(light) within 1.5 mm: wrinkled skin stays below, hair and beard lie above
 * @param clipped linear light of a channel from which on a highlight has no detail left (sRGB 250)
 * @param leastShare of a region that must be measurable skin; below it the rest does not stand for the region
 * @param leastForeheadMm between brow and hair
 */
record SkinLimits(
        double shadow, double hue, double texture, double clipped, double leastShare, double leastForeheadMm) {

    static final SkinLimits DEFAULT = new SkinLimits(1.1, 0.30, 0.13, 0.955, 0.6, 15);
}
