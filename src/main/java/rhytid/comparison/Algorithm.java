package rhytid.comparison;

/** Which version of the method made a number. */
public final class Algorithm {

    /** Raised by whatever alters a number; numbers of different versions are not compared with each other. */
    public static final String VERSION = "2026.9";

    private Algorithm() {}
}
