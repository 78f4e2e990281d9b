/** The PostgreSQL database: embedded or a server, its migrations, its transactions, and the ids of its rows. */
@NullMarked
package rhytid.database;

import org.jspecify.annotations.NullMarked;
