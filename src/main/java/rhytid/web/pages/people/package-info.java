/** Pages of signing in and out, and of passwords. */
@NullMarked
package rhytid.web.pages.people;

import org.jspecify.annotations.NullMarked;
