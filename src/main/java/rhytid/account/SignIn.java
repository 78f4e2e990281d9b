package rhytid.account;

import java.util.Locale;
import java.util.Optional;
import rhytid.account.Caller.SignedIn;

/** E-mail and password against a session, slowly for who guesses. */
public final class SignIn {

    private final Accounts accounts;
    private final Sessions sessions;
    private final SignInThrottle throttle;
    private final AuditLog log;

    public SignIn(Accounts accounts, Sessions sessions, SignInThrottle throttle, AuditLog log) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.throttle = throttle;
        this.log = log;
    }

    /**
     * A new session; empty when e-mail or password are wrong, without saying which.
     *
     * @param address where the request comes from
     * @throws Throttled after too many failures
     */
    public Optional<Session> signIn(String email, String password, String address) {
        String name = email.strip().toLowerCase(Locale.ROOT);
        throttle.beforeTry(name, address);
        Optional<Account> account = accounts.verify(name, password);
        if (account.isEmpty()) {
            log.event(Caller.ANONYMOUS, "sign-in", false);
            return Optional.empty();
        }
        throttle.afterSuccess(name, address);
        Session session = sessions.begin(account.get().id());
        log.event(new SignedIn(account.get(), Token.hash(session.token())), "sign-in", true);
        return Optional.of(session);
    }
}
