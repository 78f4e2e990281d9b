package rhytid.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import rhytid.account.Caller.SignedIn;
import rhytid.database.Transactions;

/** Who is signed in. A session is a random token; the database knows its hash. */
public final class Sessions {

    /** Writing each request's time would make every read a write. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    /** Of the hash, as the name of a session: it tells nothing of the token. */
    private static final int ID_LETTERS = 26;

    private final Transactions transactions;
    private final SessionLimits limits;
    private final boolean wantsSecondFactor;
    private final Clock clock;
    private final RandomGenerator random;

    /** @param wantsSecondFactor true where administrators and injectors need one */
    public Sessions(
            Transactions transactions,
            SessionLimits limits,
            boolean wantsSecondFactor,
            Clock clock,
            RandomGenerator random) {
        this.transactions = transactions;
        this.limits = limits;
        this.wantsSecondFactor = wantsSecondFactor;
        this.clock = clock;
        this.random = random;
    }

    /** True where whoever has this role needs a second factor. */
    public boolean wantsSecondFactor(Role role) {
        return wantsSecondFactor && (role == Role.ADMIN || role == Role.INJECTOR);
    }

    public Session begin(String accountId, Origin origin) {
        String token = Token.random(random);
        Instant now = clock.instant();
        Instant end = now.plus(limits.whole());
        transactions.run(handle -> handle.createUpdate("""
                        insert into session (token, account_id, created_at, seen_at, expires_at, address, device)
                        values (:token, :account, :now, :now, :end, :address, :device)""")
                .bind("token", Token.hash(token))
                .bind("account", accountId)
                .bind("now", now)
                .bind("end", end)
                .bind("address", origin.address())
                .bind("device", origin.device())
                .execute());
        return new Session(token, end);
    }

    /** Whose token this is, unless the session ended or the account was closed. */
    public Optional<SignedIn> find(String token) {
        String hash = Token.hash(token);
        Instant now = clock.instant();
        return transactions.in(handle -> {
            Optional<SignedIn> person = handle.createQuery("""
                            select a.*,
                              exists (select 1 from second_factor f
                                      where f.account_id = a.id and f.secret is not null) as has_factor,
                              exists (select 1 from notice n where n.account_id = a.id and not n.seen) as has_notices
                            from session s join account a on a.id = s.account_id
                            where s.token = :token and s.expires_at > :now and s.seen_at > :idle and a.active""")
                    .bind("token", hash)
                    .bind("now", now)
                    .bind("idle", now.minus(limits.idle()))
                    .map((row, context) -> signedIn(row, hash))
                    .findOne();
            if (person.isPresent()) {
                noteSeen(handle, hash, now);
            }
            return person;
        });
    }

    /** All of the account's, the latest first. */
    public List<OpenSession> open(SignedIn person) {
        Instant now = clock.instant();
        return transactions.in(handle -> handle.createQuery("""
                        select *, left(token, :letters) as id from session
                        where account_id = :account and expires_at > :now and seen_at > :idle
                        order by seen_at desc, created_at desc""")
                .bind("letters", ID_LETTERS)
                .bind("account", person.account().id())
                .bind("now", now)
                .bind("idle", now.minus(limits.idle()))
                .map((row, context) -> new OpenSession(
                        row.getString("id"),
                        row.getString("device"),
                        row.getString("address"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("seen_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant(),
                        row.getString("token").equals(person.session())))
                .list());
    }

    /** Ends those of the account's sessions; what is another's is left alone. */
    public void end(String accountId, Collection<String> ids) {
        transactions.run(handle -> handle.createUpdate(
                        "delete from session where account_id = :account and left(token, :letters) = any (:ids)")
                .bind("account", accountId)
                .bind("letters", ID_LETTERS)
                .bindArray("ids", String.class, ids)
                .execute());
    }

    /** Ends all but the one that asks. */
    public void endOthers(SignedIn person) {
        transactions.run(handle -> endOthers(handle, person));
    }

    static void endOthers(Handle handle, SignedIn person) {
        handle.execute(
                "delete from session where account_id = ? and token <> ?",
                person.account().id(),
                person.session());
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

    private SignedIn signedIn(ResultSet row, String hash) throws SQLException {
        Account account = Accounts.account(row);
        boolean mustSetUp = wantsSecondFactor(account.role()) && !row.getBoolean("has_factor");
        return new SignedIn(account, hash, mustSetUp, row.getBoolean("has_notices"));
    }

    private static void noteSeen(Handle handle, String hash, Instant now) {
        handle.execute(
                "update session set seen_at = ? where token = ? and seen_at < ?",
                Timestamp.from(now),
                hash,
                Timestamp.from(now.minus(NOTED_EVERY)));
    }
}
