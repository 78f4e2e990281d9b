package rhytid.wrinkle;

/**
 * What makes a line. Strengths are in standard deviations of the skin's own texture.
 *
 * @param seed where a line may begin
 * @param follow how faint it may become on its way
 * @param mean what it must reach on average
 * @param shortPenaltyMm what a short line must reach beyond that, divided by its length: chance makes short ones
 * @param leastLengthMm MEASURES.md: a line is at least 3 mm long
 * @param gapMm it may be lost on its way (where another line crosses)
 * @param turnDegPerMm how fast it may bend
 * @param leastDepth mean Weber contrast below which nobody would mark a line
 * @param flankShare both sides must be brighter than the line by this share of its depth; a border of a shadow has one
 *     bright side only
 * @param continuity share of a line that must be at least a third as deep as the whole
 * @param flanked share of a line that must have skin on both sides
 */
record TraceLimits(
        double seed,
        double follow,
        double mean,
        double shortPenaltyMm,
        double leastLengthMm,
        double gapMm,
        double turnDegPerMm,
        double leastDepth,
        double flankShare,
        double continuity,
        double flanked) {

    static final TraceLimits DEFAULT = new TraceLimits(4.6, 2.4, 3.7, 5, 3, 0.8, 40, 0.025, 0.25, 0.75, 0.75);
}
