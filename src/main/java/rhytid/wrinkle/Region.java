package rhytid.wrinkle;

import org.jspecify.annotations.Nullable;
import rhytid.face.Side;

/** Where lines are measured. Right and left are the subject's. */
public enum Region {
    GLABELLA("glabella", null),
    FOREHEAD("forehead", null),
    CROWS_FEET_RIGHT("crowsFeetRight", Side.RIGHT),
    CROWS_FEET_LEFT("crowsFeetLeft", Side.LEFT),
    INFRAORBITAL_RIGHT("infraorbitalRight", Side.RIGHT),
    INFRAORBITAL_LEFT("infraorbitalLeft", Side.LEFT),
    NASAL("nasal", null),
    NASOLABIAL_RIGHT("nasolabialRight", Side.RIGHT),
    NASOLABIAL_LEFT("nasolabialLeft", Side.LEFT),
    PERIORAL("perioral", null),
    MARIONETTE_RIGHT("marionetteRight", Side.RIGHT),
    MARIONETTE_LEFT("marionetteLeft", Side.LEFT),
    CHIN("chin", null);

    private final String key;
    private final @Nullable Side side;

    Region(String key, @Nullable Side side) {
        this.key = key;
        this.side = side;
    }

    /** Its name in comparison.json. */
    public String key() {
        return key;
    }

    /** The side it belongs to; null where it spans the midline. */
    public @Nullable Side side() {
        return side;
    }
}
