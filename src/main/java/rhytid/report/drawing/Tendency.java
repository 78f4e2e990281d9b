package rhytid.report.drawing;

import org.jspecify.annotations.Nullable;
import rhytid.comparison.RegionChange;

/** Which way something went, as far as the photos can tell. */
public enum Tendency {
    FADED("faded", Colours.FADED),
    DEEPENED("deepened", Colours.DEEPENED),
    /** Within what retaking the photo would have changed. */
    SAME("same", Colours.SAME),
    UNKNOWN("unknown", Colours.SAME);

    private final String key;
    private final int colour;

    Tendency(String key, int colour) {
        this.key = key;
        this.colour = colour;
    }

    /** As the style sheet and the messages name it. */
    public String key() {
        return key;
    }

    public int colour() {
        return colour;
    }

    public static Tendency of(@Nullable RegionChange change) {
        Double percent = change == null || !change.usable() ? null : change.changePercent();
        if (change == null || percent == null) {
            return UNKNOWN;
        }
        if (!change.significant()) {
            return SAME;
        }
        return percent < 0 ? FADED : DEEPENED;
    }
}
