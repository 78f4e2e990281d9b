package rhytid.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import rhytid.database.Transactions;

/**
 * Slows down guessing. Failures are counted in the database, so that all nodes count together, for the account and for
 * the address they come from. A try is written down before it is made: many at once do not slip through.
 */
public final class SignInThrottle {

    /** Nobody mistypes more often in a row. */
    static final int FREE_TRIES = 5;
    /** A clinic shares one address. */
    static final int FREE_TRIES_OF_ADDRESS = 40;

    static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);

    private final Transactions transactions;
    private final Clock clock;

    public SignInThrottle(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @throws Throttled when there were too many failures of late */
    public void beforeTry(String email, String address) {
        transactions.<Boolean>apart(handle -> {
            count(handle, subject("email", email), FREE_TRIES);
            count(handle, subject("address", address), FREE_TRIES_OF_ADDRESS);
            return true;
        });
    }

    /** It was the right password: the tries were no failures. */
    public void afterSuccess(String email, String address) {
        transactions.run(handle -> {
            handle.execute("delete from sign_in_failure where subject = ?", subject("email", email));
            forgetLast(handle, subject("address", address));
        });
    }

    /** It was right so far, and more is wanted: this try was no failure, those before stay. */
    public void afterHalf(String email, String address) {
        transactions.run(handle -> {
            forgetLast(handle, subject("email", email));
            forgetLast(handle, subject("address", address));
        });
    }

    public void forgetOld() {
        transactions.run(handle -> handle.createUpdate("delete from sign_in_failure where at < :old")
                .bind("old", clock.instant().minus(WINDOW))
                .execute());
    }

    private static void forgetLast(Handle handle, String subject) {
        handle.execute("""
                delete from sign_in_failure where id =
                  (select max(id) from sign_in_failure where subject = ?)""", subject);
    }

    private void count(Handle handle, String subject, int free) {
        // One at a time for each subject, or tries made together would each see the count before the others.
        handle.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", subject);
        Instant now = clock.instant();
        List<Instant> recent = handle.createQuery("""
                        select at from sign_in_failure where subject = :subject and at > :since order by at desc""")
                .bind("subject", subject)
                .bind("since", now.minus(WINDOW))
                .map((row, context) -> row.getTimestamp(1).toInstant())
                .list();
        if (recent.size() >= free) {
            int doublings = Math.min(recent.size() - free, 10);
            Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
            Instant open = recent.getFirst().plus(wait.compareTo(WINDOW) < 0 ? wait : WINDOW);
            if (open.isAfter(now)) {
                throw new Throttled(Duration.between(now, open));
            }
        }
        handle.execute("insert into sign_in_failure (subject, at) values (?, ?)", subject, Timestamp.from(now));
    }

    private static String subject(String kind, String value) {
        return Token.hash(kind + ":" + value);
    }
}
