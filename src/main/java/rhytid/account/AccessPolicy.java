package rhytid.account;

import rhytid.account.Caller.Anonymous;
import rhytid.account.Caller.Invited;
import rhytid.account.Caller.SignedIn;

/** The one place that says who may do what. The rules stand in {@link Action}; here they are applied. */
public final class AccessPolicy {

    /** What came of asking. */
    public enum Decision {
        ALLOWED,
        /** Nobody we know: sign in first. */
        SIGN_IN,
        /** Not before they have the second factor that the clinic wants of them. */
        SECOND_FACTOR_FIRST,
        /** Not with this role. */
        FORBIDDEN,
        /** Someone else's: it is not there for this caller. */
        HIDDEN
    }

    public Decision decide(Caller caller, Action action, Target target) {
        return switch (caller) {
            case Anonymous nobody -> Decision.SIGN_IN;
            case Invited guest -> forGuest(guest, action, target);
            case SignedIn person -> forPerson(person, action, target);
        };
    }

    /** What is sure before it is known with what: an answer other than ALLOWED holds for every target. */
    public Decision decideEarly(Caller caller, Action action) {
        return switch (caller) {
            case Anonymous nobody -> Decision.SIGN_IN;
            case Invited guest -> action.invited() ? Decision.ALLOWED : Decision.FORBIDDEN;
            case SignedIn person -> earlyForPerson(person, action);
        };
    }

    private static Decision forPerson(SignedIn person, Action action, Target target) {
        Decision early = earlyForPerson(person, action);
        return early == Decision.ALLOWED && person.account().role() == Role.PATIENT
                ? forPatient(person.account(), action, target)
                : early;
    }

    private static Decision earlyForPerson(SignedIn person, Action action) {
        if (person.mustSetUp() && !action.isOfOneself()) {
            return Decision.SECOND_FACTOR_FIRST;
        }
        Role role = person.account().role();
        return role == Role.PATIENT || action.staff().contains(role) ? Decision.ALLOWED : Decision.FORBIDDEN;
    }

    private static Decision forPatient(Account account, Action action, Target target) {
        if (target.patientId() == null) {
            return action.isOfOneself() ? Decision.ALLOWED : Decision.FORBIDDEN;
        }
        if (!target.patientId().equals(account.patientId())) {
            return Decision.HIDDEN;
        }
        return switch (action.patients()) {
            case NEVER -> Decision.FORBIDDEN;
            case OWN -> Decision.ALLOWED;
            case SHARED -> target.shared() ? Decision.ALLOWED : Decision.HIDDEN;
        };
    }

    private static Decision forGuest(Invited guest, Action action, Target target) {
        boolean theirVisit = guest.visitId().equals(target.visitId());
        return action.invited() && theirVisit ? Decision.ALLOWED : Decision.HIDDEN;
    }
}
