package rhytid.account;

/** Who asks. */
public sealed interface Caller {

    /** Nobody we know. */
    record Anonymous() implements Caller {}

    /**
     * A person who signed in.
     *
     * @param session the session's token, hashed
     * @param mustSetUp true while the clinic wants a second factor of them that they do not have: until then they may
     *     do nothing else
     * @param hasNotices true while something happened to their account that they have not read of
     */
    record SignedIn(Account account, String session, boolean mustSetUp, boolean hasNotices) implements Caller {
        public SignedIn(Account account, String session) {
            this(account, session, false, false);
        }
    }

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
