/** The administrator's pages: people, the audit log, and how the service is. */
@NullMarked
package rhytid.web.pages.administration;

import org.jspecify.annotations.NullMarked;
