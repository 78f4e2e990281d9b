package rhytid.face;

import java.util.Arrays;
import java.util.Optional;

/** The places of one side of a face that a person can put right by hand. The keys are those of JSON. */
public enum NamedPoint {
    /** The upper border of the brow above the medial canthus. */
    BROW_MEDIAL("browMedial"),
    /** The upper border of the brow above the pupil. */
    BROW_PUPIL("browPupil"),
    /** The upper border of the brow above the lateral canthus. */
    BROW_LATERAL("browLateral"),
    /** The medial end of the brow. */
    BROW_END("browEnd"),
    /** The centre of the iris. */
    PUPIL("pupil"),
    /** The margin of the upper lid above the pupil. */
    UPPER_LID("upperLid"),
    /** The margin of the lower lid below the pupil. */
    LOWER_LID("lowerLid"),
    MEDIAL_CANTHUS("medialCanthus"),
    LATERAL_CANTHUS("lateralCanthus"),
    /** The corner of the mouth. */
    COMMISSURE("commissure");

    private final String key;

    NamedPoint(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    public static Optional<NamedPoint> of(String key) {
        return Arrays.stream(values()).filter(point -> point.key.equals(key)).findFirst();
    }
}
