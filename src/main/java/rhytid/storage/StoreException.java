package rhytid.storage;

import org.jspecify.annotations.Nullable;

/** What can go wrong with a store. */
public abstract sealed class StoreException extends RuntimeException
        permits StoreUnavailable, ObjectMissing, ObjectDamaged {

    StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
