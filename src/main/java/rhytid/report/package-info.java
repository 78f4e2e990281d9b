/** What people see of a comparison: pictures, page, JSON. */
@NullMarked
package rhytid.report;

import org.jspecify.annotations.NullMarked;
