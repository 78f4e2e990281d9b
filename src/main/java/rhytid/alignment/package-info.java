/** Brings the follow-up into the baseline's frame by what a treatment does not move. */
@NullMarked
package rhytid.alignment;

import org.jspecify.annotations.NullMarked;
