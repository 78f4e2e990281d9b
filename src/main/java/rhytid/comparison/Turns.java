package rhytid.comparison;

import rhytid.photo.Turn;

/** Where pairs take turns, in the whole program. */
public final class Turns {

    private static final int CORES_OF_A_PAIR = 2;

    /** A visit of eight expressions is compared in less. */
    private static final int LONGEST_WAIT_S = 60;

    /**
     * Pairs that hold their photos, from decoding them to the last picture: a photo of 12 megapixels is 36 MB, and one
     * pair keeps two cores busy.
     */
    public static final Turn PAIRS =
            new Turn(Math.max(1, Runtime.getRuntime().availableProcessors() / CORES_OF_A_PAIR), LONGEST_WAIT_S);

    private Turns() {}
}
