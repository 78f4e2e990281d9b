package rhytid.comparison;

import rhytid.photo.Turn;

/** Where pairs take turns, in the whole program. */
public final class Turns {

    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final int CORES_OF_A_PAIR = 2;

    /**
     * Pairs whose photos are held at once, from decoding them to the last picture: a photo of 12 megapixels is 36 MB.
     * While one is measured, another is read.
     */
    public static final Turn PAIRS = new Turn(Math.max(2, CORES));

    /** Those that are being measured or drawn: one pair keeps two cores busy. */
    public static final Turn WORK = new Turn(Math.max(1, CORES / CORES_OF_A_PAIR));

    private Turns() {}
}
