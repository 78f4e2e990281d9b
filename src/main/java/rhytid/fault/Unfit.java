package rhytid.fault;

/** Something that was asked for cannot be done as it stands. */
public final class Unfit extends RuntimeException {

    private final String code;

    /**
     * @param code a fixed word for programs
     * @param message a plain sentence: what is wrong and what would be right
     */
    public Unfit(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
