/** Wiring and start. */
@NullMarked
package rhytid.app;

import org.jspecify.annotations.NullMarked;
