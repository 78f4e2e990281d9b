package rhytid.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import rhytid.database.Transactions;

/** Links that work once: to set a new password, and to make the first administrator. */
public final class OneTimeLinks {

    private static final Duration PASSWORD_LINK_LASTS = Duration.ofHours(24);
    private static final Duration SET_UP_LINK_LASTS = Duration.ofDays(7);

    private final Transactions transactions;
    private final Accounts accounts;
    private final Clock clock;
    private final RandomGenerator random;

    public OneTimeLinks(Transactions transactions, Accounts accounts, Clock clock, RandomGenerator random) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.clock = clock;
        this.random = random;
    }

    /** A link for the account, which makes its earlier ones void. */
    public Session forPassword(String accountId) {
        return transactions.in(handle -> {
            handle.execute("delete from one_time_link where account_id = ?", accountId);
            return issue("password", accountId, PASSWORD_LINK_LASTS);
        });
    }

    /** The link that makes the first administrator; void as soon as there is an account. */
    public Session forSetUp() {
        return transactions.in(handle -> {
            handle.execute("delete from one_time_link where purpose = 'set-up'");
            return issue("set-up", null, SET_UP_LINK_LASTS);
        });
    }

    /** Sets the password and signs the account out everywhere. Empty when the link is spent, over or never was. */
    public Optional<Account> setPassword(String token, String password) {
        return transactions.in(handle -> {
            Optional<Account> account = spend(token, "password").flatMap(accounts::find);
            account.ifPresent(found -> accounts.setPassword(handle, found, password));
            return account;
        });
    }

    /** Makes the first administrator. Empty when the link is spent, over or never was, or there are accounts. */
    public Optional<Account> setUp(String token, String email, String password) {
        return transactions.in(handle -> spend(token, "set-up").isPresent() && accounts.isEmpty()
                ? Optional.of(accounts.create(new NewAccount(email, null, Role.ADMIN, null, password)))
                : Optional.empty());
    }

    private Session issue(String purpose, @Nullable String accountId, Duration lasts) {
        String token = Token.random(random);
        Instant now = clock.instant();
        transactions.run(handle -> handle.createUpdate("""
                        insert into one_time_link (token, purpose, account_id, expires_at, created_at)
                        values (:token, :purpose, :account, :expires, :now)""")
                .bind("token", Token.hash(token))
                .bind("purpose", purpose)
                .bind("account", accountId)
                .bind("expires", now.plus(lasts))
                .bind("now", now)
                .execute());
        return new Session(token, now.plus(lasts));
    }

    /** Takes the link away; two who come together do not both get it. The account's id, or empty text without one. */
    private Optional<String> spend(String token, String purpose) {
        return transactions.in(handle -> handle.createQuery("""
                        delete from one_time_link where token = :token and purpose = :purpose and expires_at > :now
                        returning coalesce(account_id, '')""")
                .bind("token", Token.hash(token))
                .bind("purpose", purpose)
                .bind("now", clock.instant())
                .mapTo(String.class)
                .findOne());
    }
}
