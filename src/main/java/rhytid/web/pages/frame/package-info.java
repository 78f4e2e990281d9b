/** What every page shares: its words, its frame, its forms, its styles and scripts. */
@NullMarked
package rhytid.web.pages.frame;

import org.jspecify.annotations.NullMarked;
