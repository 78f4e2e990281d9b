package rhytid.quality;

/** The value at a place of the sorted order, found without sorting all (Hoare's quickselect, 1961). */
final class Ranked {

    private Ranked() {}

    /**
     * What would stand at {@code rank} if the values were sorted.
     *
     * @param values free of NaN; their order is lost
     * @param rank from 0
     */
    static float at(float[] values, int rank) {
        int low = 0;
        int high = values.length - 1;
        while (low < high) {
            float pivot = values[(low + high) >>> 1];
            int i = low;
            int j = high;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    float swapped = values[i];
                    values[i++] = values[j];
                    values[j--] = swapped;
                }
            }
            if (rank <= j) {
                high = j;
            } else if (rank >= i) {
                low = i;
            } else {
                return values[rank];
            }
        }
        return values[rank];
    }
}
