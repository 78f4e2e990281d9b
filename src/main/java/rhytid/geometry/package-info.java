/** Points, polylines, regions and transforms in a plane. Knows only the JDK. */
@NullMarked
package rhytid.geometry;

import org.jspecify.annotations.NullMarked;
