package rhytid.fault;

/** There is no such thing, or not for whoever asks. */
public final class NotThere extends RuntimeException {

    public NotThere(String kind) {
        super("There is no such " + kind + ".");
    }
}
