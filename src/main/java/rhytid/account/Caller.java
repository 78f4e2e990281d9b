package rhytid.account;

/** Who asks. */
public sealed interface Caller {

    /** Nobody we know. */
    record Anonymous() implements Caller {}

    /**
     * A person who signed in.
     *
     * @param session the session's token, hashed
     */
    record SignedIn(Account account, String session) implements Caller {}

    /** Whoever holds an upload invitation. */
    record Invited(String invitationId, String visitId, String patientId) implements Caller {}

    Caller ANONYMOUS = new Anonymous();

    /** Who did it, for the audit log and for rows: an id, never a name. */
    default String id() {
        return switch (this) {
            case Anonymous nobody -> "anonymous";
            case SignedIn person -> person.account().id();
            case Invited guest -> "invitation/" + guest.invitationId();
        };
    }

    default String roleKey() {
        return switch (this) {
            case Anonymous nobody -> "anonymous";
            case SignedIn person -> person.account().role().key();
            case Invited guest -> "invited";
        };
    }

    default boolean isStaff() {
        return this instanceof SignedIn person && person.account().role() != Role.PATIENT;
    }
}
