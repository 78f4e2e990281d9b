package rhytid.fault;

/** It cannot be done in the state that things are in. */
public final class Conflict extends RuntimeException {

    private final String code;

    public Conflict(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
