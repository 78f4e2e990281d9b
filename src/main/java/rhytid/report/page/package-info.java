/** What the report's page says: rows, sentences and charts, ready for the templates to show. */
@NullMarked
package rhytid.report.page;

import org.jspecify.annotations.NullMarked;
