package rhytid.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param nextCursor for the next part; null on the last
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /** Of one more item than fits, if there is one. */
    static <S, T> Page<T> of(List<S> oneMore, int limit, Function<S, String> id, Function<S, T> view) {
        boolean more = oneMore.size() > limit;
        List<S> items = more ? oneMore.subList(0, limit) : oneMore;
        return new Page<>(items.stream().map(view).toList(), more ? id.apply(items.getLast()) : null);
    }
}
