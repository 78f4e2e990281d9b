/** Where a face is in a photo: 478 points, millimetres, pose. */
@NullMarked
package rhytid.face;

import org.jspecify.annotations.NullMarked;
