/** What an injector works with: the work list, the comparison of two visits, and the course over all of them. */
@NullMarked
package rhytid.web.pages.review;

import org.jspecify.annotations.NullMarked;
