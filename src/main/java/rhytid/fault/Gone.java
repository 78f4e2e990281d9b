package rhytid.fault;

/** It was there once, and is spent or over. */
public final class Gone extends RuntimeException {

    public Gone(String message) {
        super(message);
    }
}
