/**
 * Phantoms: photo-like faces of no real person, computed from means of eight or more faces, whose lines, brow heights
 * and scale are known because we put them there. For tests, benchmarks and sample-images/.
 *
 * <p>The face frame, used by everything that describes a phantom: millimetres on the base's canvas, x to the right of
 * the picture (so the subject's right lies at small x), y down, the pupils at the same height.
 */
@NullMarked
package rhytid.phantom;

import org.jspecify.annotations.NullMarked;
