package rhytid.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Argon2id. Each hash takes its memory, so only a few are made at once: a flood of sign-ins waits instead of filling
 * the heap.
 */
public final class PasswordHasher {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final Argon2Function function;
    private final Semaphore places = new Semaphore(4);
    private final String nobody;

    /** With OWASP's first choice for Argon2id: 19 MiB, 2 passes, 1 lane. */
    public PasswordHasher() {
        this(19 * 1024, 2);
    }

    /**
     * @param memoryKib that each hash takes
     * @param passes over it
     */
    public PasswordHasher(int memoryKib, int passes) {
        this.function = Argon2Function.getInstance(memoryKib, passes, 1, HASH_BYTES, Argon2.ID);
        this.nobody = hash("the password of nobody");
    }

    public String hash(String password) {
        return limited(() ->
                Password.hash(password).addRandomSalt(SALT_BYTES).with(function).getResult());
    }

    /** Takes as long for a hash that is not there, so that the time does not tell who has an account. */
    public boolean matches(String password, @Nullable String hash) {
        String against = hash == null ? nobody : hash;
        boolean same =
                limited(() -> Password.check(password, against).with(Argon2Function.getInstanceFromHash(against)));
        return same && hash != null;
    }

    private <T> T limited(Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
