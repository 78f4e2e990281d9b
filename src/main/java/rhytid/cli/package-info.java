/** The commands. */
@NullMarked
package rhytid.cli;

import org.jspecify.annotations.NullMarked;
