package rhytid.photo;

/**
 * Carries a refusal out of the depth of a file's structure to {@link PhotoReader}, which hands it on as a value. Never
 * leaves this package.
 */
final class Unreadable extends Exception {

    private final Refusal refusal;

    Unreadable(Refusal refusal) {
        super(refusal.message(), null, false, false);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
