package rhytid.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Things that must be closed unless they reach their new owner: whatever happens on the way, nothing native is left
 * behind.
 */
final class Handover<T extends AutoCloseable> implements AutoCloseable {

    private final List<T> held;

    Handover(T thing) {
        this(List.of(thing));
    }

    Handover(Collection<? extends T> things) {
        held = new ArrayList<>(things);
    }

    /** Adds one more, and gives it back. */
    <S extends T> S hold(S thing) {
        held.add(thing);
        return thing;
    }

    /** All have reached their new owner. */
    void release() {
        held.clear();
    }

    /** One has reached its new owner. */
    void release(T thing) {
        held.removeIf(other -> other == thing);
    }

    @Override
    public void close() {
        for (T thing : held) {
            try {
                thing.close();
            } catch (Exception e) {
                throw new IllegalStateException("closing " + thing + " failed", e);
            }
        }
        held.clear();
    }
}
