/** Whether a photo, or a pair of photos, is fit to be measured, and what to do if not. */
@NullMarked
package rhytid.quality;

import org.jspecify.annotations.NullMarked;
