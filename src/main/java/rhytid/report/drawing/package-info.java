/** Where things lie in a picture of the report: geometry alone, no pixels. */
@NullMarked
package rhytid.report.drawing;

import org.jspecify.annotations.NullMarked;
