/** Numbers from points: brow heights, lids, mouth, symmetry, movement. No pixels. */
@NullMarked
package rhytid.measure;

import org.jspecify.annotations.NullMarked;
