package rhytid.quality;

import java.util.Arrays;

/**
 * The value at a place of the sorted order, found without sorting all: counted by leading bits, then one bin sorted.
 */
final class Ranked {

    /** Of a float's 32 bits so many are left out in counting; 64 K bins are left. */
    private static final int LEFT_OUT = 15;

    private Ranked() {}

    /**
     * What would stand at {@code rank} if the values were sorted.
     *
     * @param values at least one, none negative: such floats are ordered as their bits are
     * @param rank from 0
     */
    static float at(float[] values, int rank) {
        int[] counts = new int[1 << (31 - LEFT_OUT)];
        for (float v : values) {
            counts[Float.floatToRawIntBits(v) >>> LEFT_OUT]++;
        }
        int bin = 0;
        int below = 0;
        while (below + counts[bin] <= rank) {
            below += counts[bin++];
        }
        float[] members = new float[counts[bin]];
        int n = 0;
        for (float v : values) {
            if (Float.floatToRawIntBits(v) >>> LEFT_OUT == bin) {
                members[n++] = v;
            }
        }
        Arrays.sort(members);
        return members[rank - below];
    }
}
