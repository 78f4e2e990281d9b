/** Pages of patients and visits, up to the photos of a visit. */
@NullMarked
package rhytid.web.pages.upload;

import org.jspecify.annotations.NullMarked;
