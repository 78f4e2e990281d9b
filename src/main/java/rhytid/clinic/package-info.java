/** Patients, their visits and photos, what is compared, reviewed, shared and agreed to; the tables of all that. */
@NullMarked
package rhytid.clinic;

import org.jspecify.annotations.NullMarked;
