package rhytid.photo;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What was worked out of both photos of a pair, or of both visits, at once: two cores. */
public record Both<T>(T baseline, T followUp) {

    /** Works out both; where one of them throws, so does this. */
    public static <T> Both<T> of(Supplier<? extends T> baseline, Supplier<? extends T> followUp) {
        List<? extends T> done = Stream.<Supplier<? extends T>>of(baseline, followUp)
                .parallel()
                .map(Supplier::get)
                .toList();
        return new Both<>(done.getFirst(), done.getLast());
    }

    /** The same of each. */
    public <U> Both<U> each(Function<? super T, ? extends U> work) {
        return of(() -> work.apply(baseline), () -> work.apply(followUp));
    }
}
