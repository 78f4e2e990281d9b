/** The durable queue that comparisons wait in, and the workers that take them from it. */
@NullMarked
package rhytid.jobs;

import org.jspecify.annotations.NullMarked;
