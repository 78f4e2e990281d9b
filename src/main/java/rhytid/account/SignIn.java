package rhytid.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import rhytid.account.Caller.SignedIn;
import rhytid.database.Transactions;

/** E-mail, password and, where there is one, the second factor's code against a session; slowly for who guesses. */
public final class SignIn {

    /** To find the phone. */
    public static final Duration HALF_LASTS = Duration.ofMinutes(10);

    private final Accounts accounts;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final SignInThrottle throttle;
    private final AuditLog log;
    private final Transactions transactions;
    private final Clock clock;
    private final RandomGenerator random;

    public SignIn(
            Accounts accounts,
            SecondFactors factors,
            Sessions sessions,
            SignInThrottle throttle,
            AuditLog log,
            Transactions transactions,
            Clock clock,
            RandomGenerator random) {
        this.accounts = accounts;
        this.factors = factors;
        this.sessions = sessions;
        this.throttle = throttle;
        this.log = log;
        this.transactions = transactions;
        this.clock = clock;
        this.random = random;
    }

    /** What came of it. */
    public sealed interface Outcome {
        record In(Session session) implements Outcome {}

        /** E-mail or password are wrong, and nobody says which. */
        record Wrong() implements Outcome {}

        /** The password is right; a code is wanted too. */
        record CodeWanted(Account account) implements Outcome {}

        /** The password is right, the code is not, or was taken before. */
        record CodeWrong() implements Outcome {}

        /** The right password was given too long ago. */
        record Over() implements Outcome {}
    }

    /**
     * @param code of the second factor; null where none was given
     * @throws Throttled after too many failures
     */
    public Outcome signIn(String email, String password, @Nullable String code, Origin origin) {
        String name = email.strip().toLowerCase(Locale.ROOT);
        throttle.beforeTry(name, origin.address());
        Optional<Account> account = accounts.verify(name, password);
        if (account.isEmpty()) {
            log.event(Caller.ANONYMOUS, "sign-in", false);
            return new Outcome.Wrong();
        }
        if (!factors.active(account.get().id())) {
            return in(account.get(), origin);
        }
        if (code == null || code.isBlank()) {
            throttle.afterHalf(name, origin.address());
            return new Outcome.CodeWanted(account.get());
        }
        return withCode(account.get(), code, origin);
    }

    /** A token with which the code alone is wanted, for ten minutes; it is no session's. */
    public String half(Account account) {
        String token = Token.random(random);
        transactions.run(handle -> handle.createUpdate(
                        "insert into half_sign_in (token, account_id, expires_at) values (:token, :account, :end)")
                .bind("token", Token.hash(token))
                .bind("account", account.id())
                .bind("end", clock.instant().plus(HALF_LASTS))
                .execute());
        return token;
    }

    /**
     * The second half.
     *
     * @throws Throttled after too many failures
     */
    public Outcome finish(String half, String code, Origin origin) {
        Optional<Account> account = transactions.in(handle -> handle.createQuery("""
                        select a.* from half_sign_in h join account a on a.id = h.account_id
                        where h.token = :token and h.expires_at > :now and a.active""")
                .bind("token", Token.hash(half))
                .bind("now", clock.instant())
                .map((row, context) -> Accounts.account(row))
                .findOne());
        if (account.isEmpty()) {
            return new Outcome.Over();
        }
        throttle.beforeTry(account.get().email(), origin.address());
        Outcome outcome = withCode(account.get(), code, origin);
        if (outcome instanceof Outcome.In) {
            transactions.run(handle -> handle.execute(
                    "delete from half_sign_in where account_id = ?",
                    account.get().id()));
        }
        return outcome;
    }

    /**
     * Whether it is the password of whoever is signed in, asked for again before something that matters.
     *
     * @throws Throttled after too many failures
     */
    public boolean confirms(Account account, String password, String address) {
        throttle.beforeTry(account.email(), address);
        boolean right = accounts.verify(account.email(), password).isPresent();
        if (right) {
            throttle.afterHalf(account.email(), address);
        }
        return right;
    }

    /**
     * The same of password and, where there is a second factor, its code.
     *
     * @throws Throttled after too many failures
     */
    public boolean confirms(Account account, String password, @Nullable String code, String address) {
        if (!confirms(account, password, address)) {
            return false;
        }
        if (!factors.active(account.id())) {
            return true;
        }
        throttle.beforeTry(account.email(), address);
        boolean right = code != null && factors.accepts(account.id(), code);
        if (right) {
            throttle.afterHalf(account.email(), address);
        }
        return right;
    }

    public void forgetOld() {
        transactions.run(handle -> handle.createUpdate("delete from half_sign_in where expires_at < :now")
                .bind("now", clock.instant())
                .execute());
    }

    private Outcome withCode(Account account, String code, Origin origin) {
        if (factors.accepts(account.id(), code)) {
            return in(account, origin);
        }
        log.event(new SignedIn(account, ""), "sign-in", false); // whose password is known to somebody
        return new Outcome.CodeWrong();
    }

    private Outcome in(Account account, Origin origin) {
        throttle.afterSuccess(account.email(), origin.address());
        Session session = sessions.begin(account.id(), origin);
        log.event(new SignedIn(account, Token.hash(session.token())), "sign-in", true);
        return new Outcome.In(session);
    }
}
