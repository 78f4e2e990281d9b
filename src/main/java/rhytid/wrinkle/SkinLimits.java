package rhytid.wrinkle;

/**
 * What counts as skin, relative to the cheeks of the same face, so that it works alike on dark and light skin.
 *
 * @param shadow natural logarithm of light: darker than the cheeks by more than this is hair or deep shadow. A third of
 *     the cheeks' light; skin under the brow or beside the nose in ordinary light stays above
 * @param hue how far ln(red/green) and ln(green/blue) may lie from the cheeks': wider than flush and freckles, narrower
 *     than lips on pale skin, hair, cloth and background
 * @param hairlineDarker natural logarithm of light: above the middle of the forehead, darker than it by more than this
 *     without being redder is hair. Skin in shade gets redder as it darkens; the least seen between forehead and fair
 *     hair was 0.8
 * @param hairlineGreyer how far ln(red/green) may fall below the middle of the forehead's: cropped dark hair may be as
 *     light as the skin, but it is grey. Skin stayed within 0.05 on the London portraits
 * @param texture standard deviation of ln(light) within 1.5 mm: wrinkled skin stays below, hair and beard lie above
 * @param shine natural logarithm of light above the cheeks from which on another colour or a rough surface is shine
 * @param hairReachMm skin this near to beard, or to the hair above the forehead, has hairs too fine for the texture to
 *     show
 * @param hairlineMm fine hair grows this far below where hair covers the forehead
 * @param clipped linear light of a channel from which on a highlight has no detail left (sRGB 250)
 * @param leastShare of a region that must be measurable skin; below it the rest does not stand for the region
 * @param leastForeheadMm between brow and hair
 */
record SkinLimits(
        double shadow,
        double hue,
        double hairlineDarker,
        double hairlineGreyer,
        double texture,
        double shine,
        double hairReachMm,
        double hairlineMm,
        double clipped,
        double leastShare,
        double leastForeheadMm) {

    static final SkinLimits DEFAULT = new SkinLimits(1.2, 0.40, 0.65, 0.15, 0.2, 0.25, 2.8, 4, 0.955, 0.6, 15);
}
