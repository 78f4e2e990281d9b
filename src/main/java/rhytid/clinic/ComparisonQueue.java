package rhytid.clinic;

import org.jdbi.v3.core.Handle;
import rhytid.fault.Busy;

/** Where comparisons wait to be worked on. */
public interface ComparisonQueue {

    /**
     * Puts it in line, with the transaction or not at all.
     *
     * @param run counts the times that it is put in line: it is compared again with corrected landmarks
     * @throws Busy when the line is too long
     */
    void add(Handle transaction, String comparisonId, int run);
}
