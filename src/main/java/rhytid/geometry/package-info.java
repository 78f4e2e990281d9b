/** Points, polylines, regions and transforms in a plane, and small systems of equations. Knows only the JDK. */
@NullMarked
package rhytid.geometry;

import org.jspecify.annotations.NullMarked;
