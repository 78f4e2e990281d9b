/** From bytes to an upright sRGB picture, and what its metadata said. */
@NullMarked
package rhytid.photo;

import org.jspecify.annotations.NullMarked;
