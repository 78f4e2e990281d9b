package rhytid.account;

import rhytid.account.AccessPolicy.Decision;

/** Where every request passes: asks the policy, writes the audit log, and lets pass or not. */
public final class Gate {

    private final AccessPolicy policy = new AccessPolicy();
    private final AuditLog log;

    public Gate(AuditLog log) {
        this.log = log;
    }

    /**
     * Returns when the caller may, having written so into the log.
     *
     * @throws Denied when they may not, having written that too
     */
    public void pass(Caller caller, Action action, Target target) {
        check(policy.decide(caller, action, target), caller, action, target);
        log.allowed(caller, action, target);
    }

    /**
     * The same of a part of a page that asks for itself again every few seconds: that the page was opened stands in the
     * log, that it stays open does not. A denial does.
     */
    public void passAgain(Caller caller, Action action, Target target) {
        check(policy.decide(caller, action, target), caller, action, target);
    }

    /** What the policy says, of what is not done yet: nothing is written. */
    public boolean may(Caller caller, Action action, Target target) {
        return policy.decide(caller, action, target) == Decision.ALLOWED;
    }

    /** Turns away who may not, whatever it is about; says nothing about who may. */
    public void passEarly(Caller caller, Action action) {
        check(policy.decideEarly(caller, action), caller, action, Target.NOTHING);
    }

    private void check(Decision decision, Caller caller, Action action, Target target) {
        if (decision != Decision.ALLOWED) {
            log.denied(caller, action, target);
            throw new Denied(decision);
        }
    }
}
