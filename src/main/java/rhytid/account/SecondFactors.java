package rhytid.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rhytid.account.Caller.SignedIn;
import rhytid.database.Transactions;
import rhytid.fault.Unfit;

/**
 * The second factor beside the password: codes of an authenticator app ({@link Totp}), and recovery codes for the day
 * on which it is gone. A code is taken once. After twenty wrong ones in a row only a recovery code opens: who guesses
 * knows the password already, and has one chance in sixteen thousand by then.
 */
public final class SecondFactors {

    static final int MOST_FAILURES = 20;

    private static final Logger LOG = LoggerFactory.getLogger(SecondFactors.class);
    private static final String ISSUER = "Rhytid";

    private final Transactions transactions;
    private final SecretBox box;
    private final RecoveryCodes recovery;
    private final Notices notices;
    private final Clock clock;
    private final RandomGenerator random;

    public SecondFactors(
            Transactions transactions,
            SecretBox box,
            PasswordHasher hasher,
            Notices notices,
            Clock clock,
            RandomGenerator random) {
        this.transactions = transactions;
        this.box = box;
        this.recovery = new RecoveryCodes(transactions, hasher, random);
        this.notices = notices;
        this.clock = clock;
        this.random = random;
    }

    /**
     * How an account stands.
     *
     * @param since when it was set up; null without one
     * @param recoveryCodes how many are left
     */
    public record State(@Nullable Instant since, int recoveryCodes) {

        public boolean active() {
            return since != null;
        }
    }

    /**
     * What an authenticator app is to be told; shown to its owner and nobody else.
     *
     * @param secret in base 32, to type
     * @param url the same as an {@code otpauth:} address, for a QR code
     */
    public record Draft(String secret, String url) {
        @Override
        public String toString() { // the secret must reach no log
            return "Draft";
        }
    }

    private record Row(
            byte @Nullable [] secret,
            byte @Nullable [] draft,
            @Nullable Instant since,
            long lastStep,
            int failures) {}

    public State state(String accountId) {
        return new State(row(accountId).map(Row::since).orElse(null), recovery.left(accountId));
    }

    public boolean active(String accountId) {
        return row(accountId).map(Row::secret).isPresent();
    }

    /**
     * Begins to set one up: a new secret, which counts once a code of it was right. The one before counts until then.
     */
    public Draft draft(Account account) {
        byte[] secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        transactions.run(handle -> handle.createUpdate("""
                        insert into second_factor (account_id, draft) values (:account, :draft)
                        on conflict (account_id) do update set draft = :draft""")
                .bind("account", account.id())
                .bind("draft", box.seal(secret, account.id()))
                .execute());
        return shown(account, secret);
    }

    /**
     * Ends setting up: from now on the account asks for codes, and its other sessions are over.
     *
     * @return recovery codes, told this once; empty when the code is wrong
     * @throws Unfit when nothing is being set up
     */
    public Optional<List<String>> confirm(SignedIn person, String code) {
        String account = person.account().id();
        byte[] secret = row(account)
                .map(Row::draft)
                .flatMap(draft -> open(draft, account))
                .orElseThrow(() -> new Unfit("no-draft", "Begin setting up the second factor first."));
        OptionalLong step = Totp.step(secret, RecoveryCodes.plain(code), clock.instant(), 0);
        if (step.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(transactions.in(handle -> {
            handle.createUpdate("""
                            update second_factor set secret = :secret, draft = null, since = :now, last_step = :step,
                                failures = 0
                            where account_id = :account""")
                    .bind("secret", box.seal(secret, account))
                    .bind("now", clock.instant())
                    .bind("step", step.getAsLong())
                    .bind("account", account)
                    .execute();
            Sessions.endOthers(handle, person);
            notices.tell(handle, account, Notice.What.SECOND_FACTOR_ON);
            return recovery.replace(handle, account);
        }));
    }

    /** Whether the code, of the app or for recovery, is right; it is used up then. */
    public boolean accepts(String accountId, String typed) {
        String code = RecoveryCodes.plain(typed);
        return code.length() == RecoveryCodes.LENGTH ? recovers(accountId, code) : matches(accountId, code);
    }

    /** New recovery codes, told this once. */
    public List<String> newRecoveryCodes(String accountId) {
        return transactions.in(handle -> {
            notices.tell(handle, accountId, Notice.What.RECOVERY_CODES_NEW);
            return recovery.replace(handle, accountId);
        });
    }

    /** The person no longer wants it. Their other sessions are over. */
    public void end(SignedIn person) {
        transactions.run(handle -> {
            remove(handle, person.account().id());
            Sessions.endOthers(handle, person);
            notices.tell(handle, person.account().id(), Notice.What.SECOND_FACTOR_OFF);
        });
    }

    /**
     * Somebody else takes it away, because phone and recovery codes are gone. All of the account's sessions are over.
     *
     * @throws Unfit of one's own, which wants password and code
     */
    public void reset(String accountId, Caller by) {
        if (by.id().equals(accountId)) {
            throw new Unfit("own-second-factor", "Your own second factor ends with your password and a code.");
        }
        forget(accountId);
    }

    /** The same by whoever runs the machine. */
    public void forget(String accountId) {
        transactions.run(handle -> {
            remove(handle, accountId);
            handle.execute("delete from session where account_id = ?", accountId);
            notices.tell(handle, accountId, Notice.What.SECOND_FACTOR_RESET);
        });
    }

    private static void remove(Handle handle, String accountId) {
        handle.execute("delete from second_factor where account_id = ?", accountId);
        RecoveryCodes.remove(handle, accountId);
    }

    private boolean recovers(String accountId, String code) {
        if (!recovery.spend(accountId, code)) {
            return false;
        }
        transactions.run(handle -> {
            handle.execute("update second_factor set failures = 0 where account_id = ?", accountId);
            notices.tell(handle, accountId, Notice.What.RECOVERY_CODE_USED);
        });
        return true;
    }

    /** Locked while it is looked at: the same code twice at once is taken once. */
    private boolean matches(String accountId, String code) {
        return transactions.apart(handle -> {
            Optional<Row> row = row(handle, accountId, " for update");
            if (row.isEmpty() || row.get().failures() >= MOST_FAILURES) {
                return false;
            }
            OptionalLong step = Optional.ofNullable(row.get().secret())
                    .flatMap(locked -> open(locked, accountId))
                    .map(secret ->
                            Totp.step(secret, code, clock.instant(), row.get().lastStep()))
                    .orElse(OptionalLong.empty());
            if (step.isPresent()) {
                handle.execute(
                        "update second_factor set last_step = ?, failures = 0 where account_id = ?",
                        step.getAsLong(),
                        accountId);
            } else {
                refused(handle, accountId, row.get().failures() + 1);
            }
            return step.isPresent();
        });
    }

    private void refused(Handle handle, String accountId, int failures) {
        handle.execute("update second_factor set failures = ? where account_id = ?", failures, accountId);
        if (failures == MOST_FAILURES) {
            notices.tell(handle, accountId, Notice.What.CODES_REFUSED);
        }
    }

    private Optional<Row> row(String accountId) {
        return transactions.in(handle -> row(handle, accountId, ""));
    }

    private static Optional<Row> row(Handle handle, String accountId, String lock) {
        return handle.createQuery("select * from second_factor where account_id = :account" + lock)
                .bind("account", accountId)
                .map((row, context) -> new Row(
                        row.getBytes("secret"),
                        row.getBytes("draft"),
                        row.getTimestamp("since") == null
                                ? null
                                : row.getTimestamp("since").toInstant(),
                        row.getLong("last_step"),
                        row.getInt("failures")))
                .findOne();
    }

    private Optional<byte[]> open(byte[] locked, String accountId) {
        Optional<byte[]> secret = box.open(locked, accountId);
        if (secret.isEmpty()) {
            LOG.warn("A second factor was set up with another key than this node has: recovery codes alone open it.");
        }
        return secret;
    }

    private static Draft shown(Account account, byte[] secret) {
        String text = Totp.base32(secret);
        String label = URLEncoder.encode(account.email(), StandardCharsets.UTF_8);
        return new Draft(text, "otpauth://totp/" + ISSUER + ":" + label + "?secret=" + text + "&issuer=" + ISSUER);
    }
}
