package rhytid.bench;

/** How much of everything is looked at: the long form within half an hour on two cores, the short one in minutes. */
public enum BenchmarkSize {
    LONG,
    SHORT;

    /** How many of something. */
    public int of(int inLong, int inShort) {
        return this == LONG ? inLong : inShort;
    }

    /** Its name on the command line. */
    String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
