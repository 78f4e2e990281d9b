package rhytid.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import rhytid.account.Caller.SignedIn;
import rhytid.database.Transactions;

/** Who is signed in. A session is a random token; the database knows its hash. */
public final class Sessions {

    /** Writing each request's time would make every read a write. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final SessionLimits limits;
    private final Clock clock;
    private final RandomGenerator random;

    public Sessions(Transactions transactions, SessionLimits limits, Clock clock, RandomGenerator random) {
        this.transactions = transactions;
        this.limits = limits;
        this.clock = clock;
        this.random = random;
    }

    public Session begin(String accountId) {
        String token = Token.random(random);
        Instant now = clock.instant();
        Instant end = now.plus(limits.whole());
        transactions.run(handle -> handle.createUpdate("""
                        insert into session (token, account_id, created_at, seen_at, expires_at)
                        values (:token, :account, :now, :now, :end)""")
                .bind("token", Token.hash(token))
                .bind("account", accountId)
                .bind("now", now)
                .bind("end", end)
                .execute());
        return new Session(token, end);
    }

    /** Whose token this is, unless the session ended or the account was closed. */
    public Optional<SignedIn> find(String token) {
        String hash = Token.hash(token);
        Instant now = clock.instant();
        return transactions.in(handle -> {
            Optional<SignedIn> person = handle.createQuery("""
                            select a.* from session s join account a on a.id = s.account_id
                            where s.token = :token and s.expires_at > :now and s.seen_at > :idle and a.active""")
                    .bind("token", hash)
                    .bind("now", now)
                    .bind("idle", now.minus(limits.idle()))
                    .map((row, context) -> new SignedIn(Accounts.account(row), hash))
                    .findOne();
            if (person.isPresent()) {
                noteSeen(handle, hash, now);
            }
            return person;
        });
    }

    public void end(String sessionHash) {
        transactions.run(handle -> handle.execute("delete from session where token = ?", sessionHash));
    }

    /** Signs the account out everywhere. */
    public void endAll(String accountId) {
        transactions.run(handle -> handle.execute("delete from session where account_id = ?", accountId));
    }

    public void forgetOld() {
        Instant now = clock.instant();
        transactions.run(handle -> handle.createUpdate("delete from session where expires_at < :now or seen_at < :idle")
                .bind("now", now)
                .bind("idle", now.minus(limits.idle()))
                .execute());
    }

    private static void noteSeen(Handle handle, String hash, Instant now) {
        handle.execute(
                "update session set seen_at = ? where token = ? and seen_at < ?",
                Timestamp.from(now),
                hash,
                Timestamp.from(now.minus(NOTED_EVERY)));
    }
}
