package rhytid.storage;

import org.jspecify.annotations.Nullable;

/** The store cannot be reached, refuses, or has no room: nothing was kept, and trying later may help. */
public final class StoreUnavailable extends StoreException {

    public StoreUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
