/** One photo's assessment, and what changed between two, with its interval. */
@NullMarked
package rhytid.comparison;

import org.jspecify.annotations.NullMarked;
