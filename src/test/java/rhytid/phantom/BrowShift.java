package rhytid.phantom;

/**
 * How far the upper border of a brow is moved, in mm, up positive, above the medial canthus, the pupil and the lateral
 * canthus; in between it is interpolated.
 */
public record BrowShift(double medial, double pupil, double lateral) {

    public static final BrowShift NONE = new BrowShift(0, 0, 0);

    public static BrowShift all(double mm) {
        return new BrowShift(mm, mm, mm);
    }

    BrowShift plus(BrowShift other) {
        return new BrowShift(medial + other.medial, pupil + other.pupil, lateral + other.lateral);
    }

    BrowShift times(double factor) {
        return new BrowShift(medial * factor, pupil * factor, lateral * factor);
    }
}
