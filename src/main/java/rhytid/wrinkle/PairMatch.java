package rhytid.wrinkle;

/**
 * How two photos were brought together before their lines were read.
 *
 * @param blurBeforeMm standard deviation of the blur added to the baseline, 0 where it is the softer one
 * @param blurAfterMm the same for the follow-up
 * @param contrastGain of the follow-up against the baseline, on the untreated cheeks
 * @param contrastGainError its standard error
 * @param lightAcross by how much the light came more from the picture's right, over the light towards the camera, as
 *     the face's shading shows it
 * @param lightDown the same from below; negative where it came from higher up
 * @param moveMmMedian how far the skin was found to have moved after the alignment, median over the face
 */
public record PairMatch(
        double blurBeforeMm,
        double blurAfterMm,
        double contrastGain,
        double contrastGainError,
        double lightAcross,
        double lightDown,
        double moveMmMedian) {}
