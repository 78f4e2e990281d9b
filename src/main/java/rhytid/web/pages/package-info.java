/** The site: which features have pages, and in which order they stand in the navigation. */
@NullMarked
package rhytid.web.pages;

import org.jspecify.annotations.NullMarked;
