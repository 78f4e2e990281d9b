package rhytid.comparison;

/**
 * From where on a change is pointed out. All of them also have to be significant: what taking the photo again could
 * have made is no finding.
 *
 * @param browDropMm a brow this much lower is seen as heavy (MEASURES.md)
 * @param lateralPeakMm lateral brow up by this much more than medial: the raised outer brow of an untreated lateral
 *     frontalis
 * @param lidDropMm MRD1 down by this much on a side; ptosis is graded from 1 mm on
 * @param asymmetryMm brow asymmetry of 1 mm is seen by 23 % of people: stated
 * @param strongAsymmetryMm 3 mm is seen by 70 %: to be checked
 * @param movementLostPercent a movement of which less is preserved is as good as gone; a tenth to a fifth is what a
 *     movement measured twice differs by
 * @param leftOverPercent an improvement of the other side, or of the region, from which on what is left over stands out
 * @param leftOverLineMm a line at least this long is worth a second look
 * @param comingBackPoints lines that regained this much of their baseline since they were smoothest: about a third of
 *     what a treatment takes away
 * @param movementBackPoints movement that regained this much of its baseline; a movement measured twice differs by half
 *     of that
 */
public record FindingLimits(
        double browDropMm,
        double lateralPeakMm,
        double lidDropMm,
        double asymmetryMm,
        double strongAsymmetryMm,
        double movementLostPercent,
        double leftOverPercent,
        double leftOverLineMm,
        double comingBackPoints,
        double movementBackPoints) {

    public static final FindingLimits STANDARD = new FindingLimits(2, 2, 1, 1, 3, 20, 25, 5, 20, 30);
}
