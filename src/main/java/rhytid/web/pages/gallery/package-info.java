/** A patient's own pages: what was shared with them, who looked, and what they agree to. */
@NullMarked
package rhytid.web.pages.gallery;

import org.jspecify.annotations.NullMarked;
