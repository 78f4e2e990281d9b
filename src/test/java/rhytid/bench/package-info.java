/**
 * Every goal of the project, measured: {@code mvn -q -Pbench process-test-classes}. {@link rhytid.bench.Goals} runs the
 * benchmarks; a new one implements {@link rhytid.bench.Benchmark}.
 */
@NullMarked
package rhytid.bench;

import org.jspecify.annotations.NullMarked;
