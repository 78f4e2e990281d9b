/** Skin, regions, and the lines in them. */
@NullMarked
package rhytid.wrinkle;

import org.jspecify.annotations.NullMarked;
