package rhytid.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import rhytid.database.Transactions;

/**
 * What a person keeps on paper for the day on which their phone is gone: each opens once. Ten letters and digits hold
 * fifty random bits; they are kept as passwords are.
 */
final class RecoveryCodes {

    static final int LENGTH = 10;

    /** Enough for years, and few enough to write down. */
    private static final int MANY = 8;

    /** Without i, l, o and u: nothing is taken for something else. 32 of them, so that each is as likely. */
    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

    private final Transactions transactions;
    private final PasswordHasher hasher;
    private final RandomGenerator random;

    RecoveryCodes(Transactions transactions, PasswordHasher hasher, RandomGenerator random) {
        this.transactions = transactions;
        this.hasher = hasher;
        this.random = random;
    }

    /** As typed, without what is only there to be read by. */
    static String plain(String typed) {
        return typed.replaceAll("[\\s-]", "").toLowerCase(java.util.Locale.ROOT);
    }

    /** New ones; those before open nothing any more. */
    List<String> replace(Handle handle, String accountId) {
        remove(handle, accountId);
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            String code = draw();
            handle.execute("insert into recovery_code (account_id, hash) values (?, ?)", accountId, hasher.hash(code));
            codes.add(code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2));
        }
        return codes;
    }

    static void remove(Handle handle, String accountId) {
        handle.execute("delete from recovery_code where account_id = ?", accountId);
    }

    int left(String accountId) {
        return transactions.in(handle -> handle.createQuery("select count(*) from recovery_code where account_id = :id")
                .bind("id", accountId)
                .mapTo(Integer.class)
                .one());
    }

    /** Takes the code away; two who come with it together do not both get in. */
    boolean spend(String accountId, String plain) {
        List<String> hashes =
                transactions.in(handle -> handle.createQuery("select hash from recovery_code where account_id = :id")
                        .bind("id", accountId)
                        .mapTo(String.class)
                        .list());
        Optional<String> found =
                hashes.stream().filter(hash -> hasher.matches(plain, hash)).findFirst();
        return found.isPresent()
                && transactions.in(handle -> handle.execute(
                                "delete from recovery_code where account_id = ? and hash = ?", accountId, found.get()))
                        == 1;
    }

    private String draw() {
        StringBuilder code = new StringBuilder();
        random.ints(LENGTH, 0, LETTERS.length()).forEach(i -> code.append(LETTERS.charAt(i)));
        return code.toString();
    }
}
