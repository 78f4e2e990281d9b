package rhytid.database;

import org.jspecify.annotations.Nullable;

/** The database cannot be started or reached. */
public final class DatabaseUnavailable extends RuntimeException {

    public DatabaseUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
