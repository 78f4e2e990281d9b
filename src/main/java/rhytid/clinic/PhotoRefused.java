package rhytid.clinic;

/** What was uploaded is no photo that is taken here. */
public final class PhotoRefused extends RuntimeException {

    private final String code;

    PhotoRefused(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
