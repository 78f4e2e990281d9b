package rhytid.comparison;

/** Hears how far a comparison has come. */
@FunctionalInterface
public interface Progress {

    /** For whoever does not want to know. */
    Progress NONE = (share, step) -> {};

    /**
     * Something is done.
     *
     * @param share of the whole, 0 to 1, never less than before
     * @param step what comes next, for people to read
     */
    void at(double share, String step);
}
