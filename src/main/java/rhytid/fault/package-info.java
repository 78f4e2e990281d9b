/** Why something that was asked for cannot be: what features throw and the web part turns into answers. */
@NullMarked
package rhytid.fault;

import org.jspecify.annotations.NullMarked;
