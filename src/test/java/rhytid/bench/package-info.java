/**
 * Benchmarks of the models against hand-placed points and against themselves: {@code mvn -q -Pbench
 * process-test-classes}.
 */
@NullMarked
package rhytid.bench;

import org.jspecify.annotations.NullMarked;
