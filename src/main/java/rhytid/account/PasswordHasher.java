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

    /** OWASP's first choice for Argon2id: 19 MiB, 2 passes, 1 lane. */
    private static final Argon2Function FUNCTION = Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

    private static final int SALT_BYTES = 16;

    private final Semaphore places = new Semaphore(4);
    private final String nobody;

    public PasswordHasher() {
        this.nobody = hash("the password of nobody");
    }

    public String hash(String password) {
        return limited(() ->
                Password.hash(password).addRandomSalt(SALT_BYTES).with(FUNCTION).getResult());
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
