package rhytid.fault;

/** Somebody else changed it in the meantime. */
public final class Stale extends RuntimeException {

    public Stale() {
        super("It was changed in the meantime. Read it again, and repeat the change on what it says now.");
    }
}
