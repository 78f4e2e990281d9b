package rhytid.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rhytid.database.Ids;
import rhytid.database.Transactions;
import rhytid.database.Violations;
import rhytid.fault.Unfit;

/** The people who can sign in. */
public final class Accounts {

    private static final int LONGEST_NAME = 200;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");

    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;
    private final PasswordRules rules;
    private final PasswordHasher hasher;
    private final Notices notices;

    public Accounts(
            Transactions transactions,
            Ids ids,
            Clock clock,
            PasswordRules rules,
            PasswordHasher hasher,
            Notices notices) {
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
        this.rules = rules;
        this.hasher = hasher;
        this.notices = notices;
    }

    /** @throws Unfit where the e-mail or the password is no good, or taken */
    public Account create(NewAccount wanted) {
        String email = email(wanted.email());
        if ((wanted.role() == Role.PATIENT) != (wanted.patientId() != null)) {
            throw new Unfit("patient-id", "A patient's account needs patientId, and no other account has one.");
        }
        rules.check(wanted.password(), email);
        Account account = new Account(
                ids.next(), email, name(wanted.name()), wanted.role(), wanted.patientId(), true, 1, clock.instant());
        String hash = hasher.hash(wanted.password());
        transactions.run(handle -> Violations.explain(() -> insert(handle, account, hash), Accounts::unfit));
        return account;
    }

    public Optional<Account> find(String id) {
        return transactions.in(handle -> handle.createQuery("select * from account where id = :id")
                .bind("id", id)
                .map((row, context) -> account(row))
                .findOne());
    }

    public Optional<Account> byEmail(String email) {
        return transactions.in(handle -> handle.createQuery("select * from account where email = :email")
                .bind("email", email.strip().toLowerCase(Locale.ROOT))
                .map((row, context) -> account(row))
                .findOne());
    }

    public List<Account> page(@Nullable String after, int limit) {
        return transactions.in(handle -> handle.createQuery("""
                        select * from account where (cast(:after as text) is null or id > :after)
                        order by id limit :limit""")
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> account(row))
                .list());
    }

    public boolean isEmpty() {
        return transactions.in(handle -> handle.createQuery("select count(*) from account")
                        .mapTo(Long.class)
                        .one()
                == 0);
    }

    /** The account, where e-mail and password are right and it is active. Takes its time either way. */
    public Optional<Account> verify(String email, String password) {
        Optional<Credentials> found =
                transactions.in(handle -> handle.createQuery("select * from account where email = :email and active")
                        .bind("email", email.strip().toLowerCase(Locale.ROOT))
                        .map((row, context) -> new Credentials(account(row), row.getString("password_hash")))
                        .findOne());
        boolean right = hasher.matches(password, found.map(Credentials::hash).orElse(null));
        return right ? found.map(Credentials::account) : Optional.empty();
    }

    /**
     * Changes the account when it still has the version. A new password, a new role and a closed account end its
     * sessions.
     *
     * @return empty when somebody else changed it first
     */
    public Optional<Account> change(Account before, long version, AccountChange change) {
        String email = change.email() == null ? before.email() : email(change.email());
        Role role = change.role() == null ? before.role() : change.role();
        if ((role == Role.PATIENT) != (before.role() == Role.PATIENT)) {
            throw new Unfit("role", "A patient's account stays one, and staff do not become one.");
        }
        @Nullable String hash = null;
        if (change.password() != null) {
            rules.check(change.password(), email);
            hash = hasher.hash(change.password());
        }
        boolean active = change.active() == null ? before.active() : change.active();
        @Nullable String name = change.name() == null ? before.name() : name(change.name());
        Account after = new Account(
                before.id(), email, name, role, before.patientId(), active, version + 1, before.createdAt());
        @Nullable String newHash = hash;
        return transactions.in(handle -> {
            boolean changed = Violations.explain(() -> update(handle, after, version, newHash), Accounts::unfit) == 1;
            if (changed && (newHash != null || role != before.role() || !active)) {
                handle.execute("delete from session where account_id = ?", after.id());
            }
            if (changed && newHash != null) {
                notices.tell(handle, after.id(), Notice.What.PASSWORD_CHANGED);
            }
            if (changed && !email.equals(before.email())) {
                notices.tell(handle, after.id(), Notice.What.EMAIL_CHANGED);
            }
            if (changed) {
                keepAnAdministrator(handle);
            }
            return changed ? Optional.of(after) : Optional.empty();
        });
    }

    void setPassword(Handle handle, Account account, String password) {
        rules.check(password, account.email());
        handle.execute(
                "update account set password_hash = ?, version = version + 1 where id = ?",
                hasher.hash(password),
                account.id());
        handle.execute("delete from session where account_id = ?", account.id());
        if (everSignedIn(handle, account.id())) { // the first password is no news
            notices.tell(handle, account.id(), Notice.What.PASSWORD_CHANGED);
        }
    }

    private static boolean everSignedIn(Handle handle, String accountId) {
        return handle.createQuery("""
                        select exists (select 1 from audit
                                       where actor = :id and action = 'sign-in' and outcome = 'allowed')""")
                .bind("id", accountId)
                .mapTo(Boolean.class)
                .one();
    }

    static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("id"),
                row.getString("email"),
                row.getString("name"),
                Role.of(row.getString("role")).orElseThrow(),
                row.getString("patient_id"),
                row.getBoolean("active"),
                row.getLong("version"),
                row.getTimestamp("created_at").toInstant());
    }

    private record Credentials(Account account, @Nullable String hash) {}

    private static int insert(Handle handle, Account account, String hash) {
        return handle.createUpdate("""
                        insert into account (id, email, name, role, patient_id, password_hash, created_at)
                        values (:id, :email, :name, :role, :patient, :hash, :created)""")
                .bind("id", account.id())
                .bind("email", account.email())
                .bind("name", account.name())
                .bind("role", account.role().key())
                .bind("patient", account.patientId())
                .bind("hash", hash)
                .bind("created", account.createdAt())
                .execute();
    }

    private static int update(Handle handle, Account after, long version, @Nullable String hash) {
        return handle.createUpdate("""
                        update account set email = :email, name = :name, role = :role, active = :active,
                            password_hash = coalesce(:hash, password_hash), version = version + 1
                        where id = :id and version = :version""")
                .bind("email", after.email())
                .bind("name", after.name())
                .bind("role", after.role().key())
                .bind("active", after.active())
                .bind("hash", hash)
                .bind("id", after.id())
                .bind("version", version)
                .execute();
    }

    private static void keepAnAdministrator(Handle handle) {
        boolean none = handle.createQuery("select count(*) from account where role = 'admin' and active")
                        .mapTo(Long.class)
                        .one()
                == 0;
        if (none) {
            throw new Unfit("last-administrator", "One active administrator must remain.");
        }
    }

    /** An empty text takes the name away. */
    private static @Nullable String name(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.strip().length() > LONGEST_NAME) {
            throw new Unfit("name", "A name has at most " + LONGEST_NAME + " characters.");
        }
        return text.strip();
    }

    private static String email(String text) {
        String email = text.strip().toLowerCase(Locale.ROOT);
        if (email.length() > 254 || !EMAIL.matcher(email).matches()) {
            throw new Unfit("email", "That is no e-mail address.");
        }
        return email;
    }

    private static RuntimeException unfit(String constraint, RuntimeException fault) {
        return switch (constraint) {
            case "account_email" -> new Unfit("email-taken", "There is an account with this e-mail address.");
            case "account_of_patient" -> new Unfit("patient-has-account", "This patient has an account.");
            case "account_patient_id_fkey" -> new Unfit("patient-id", "There is no such patient.");
            default -> fault;
        };
    }
}
