package rhytid.account;

import rhytid.account.AccessPolicy.Decision;

/** The policy said no. */
public final class Denied extends RuntimeException {

    private final transient Decision decision;

    public Denied(Decision decision) {
        super("denied: " + decision);
        this.decision = decision;
    }

    public Decision decision() {
        return decision;
    }
}
