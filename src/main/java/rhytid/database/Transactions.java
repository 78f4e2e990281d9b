package rhytid.database;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What happens in one is kept whole or not at all. A transaction within a transaction joins it, so that a feature need
 * not know whether its caller has more to keep together with it (an audit entry, an idempotency key, a queued job).
 */
public final class Transactions {

    private static final ScopedValue<Handle> CURRENT = ScopedValue.newInstance();

    private final Jdbi jdbi;

    public Transactions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Does the work in the surrounding transaction, or in a new one. */
    public <T extends @Nullable Object> T in(Function<Handle, T> work) {
        return CURRENT.isBound() ? work.apply(CURRENT.get()) : apart(work);
    }

    public void run(Consumer<Handle> work) {
        in(handle -> {
            work.accept(handle);
            return true;
        });
    }

    /** Does the work in a transaction of its own, which stays even when the surrounding one fails. */
    public <T extends @Nullable Object> T apart(Function<Handle, T> work) {
        return jdbi.inTransaction(handle -> ScopedValue.where(CURRENT, handle).call(() -> work.apply(handle)));
    }

    /** True within a transaction. */
    public boolean open() {
        return CURRENT.isBound();
    }
}
