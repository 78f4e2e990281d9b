package rhytid.phantom;

import java.util.ArrayList;
import java.util.List;

/**
 * A person who does not exist: a mean face with a skin and lines of its own. The same phantom gives the same skin in
 * every photo; the same visit gives the same bytes.
 *
 * <pre>{@code
 * Phantom phantom = Phantom.of(Base.FAIR_WOMAN).seed(3).aged(0.6);
 * try (PhantomPhoto photo = phantom.photograph(Visit.of(Expression.REST).heightPx(1000))) {
 *     photo.pixels(); photo.jpeg(); photo.truth();
 * }
 * }</pre>
 *
 * @param base the mean face
 * @param seed of the skin and of the courses of the lines
 * @param age 0 shows no lines but {@code lines}, 1 those of a well-lined face of sixty
 * @param lines lines beside those that come with age
 * @param folds whether the mean face's own folds are in its skin; they fade under a treatment as the lines do, but the
 *     light that moves does not move on them
 */
public record Phantom(Base base, long seed, double age, List<Crease> lines, boolean folds) {

    public Phantom {
        lines = List.copyOf(lines);
        if (!(age >= 0 && age <= 1.5)) {
            throw new IllegalArgumentException("an age of " + age);
        }
    }

    /** A face without lines. */
    public static Phantom of(Base base) {
        return new Phantom(base, 1, 0, List.of(), true);
    }

    public Phantom seed(long other) {
        return new Phantom(base, other, age, lines, folds);
    }

    public Phantom aged(double other) {
        return new Phantom(base, seed, other, lines, folds);
    }

    public Phantom line(Crease line) {
        List<Crease> more = new ArrayList<>(lines);
        more.add(line);
        return new Phantom(base, seed, age, more, folds);
    }

    /** All lines of this face are drawn ones. */
    public Phantom withoutFolds() {
        return new Phantom(base, seed, age, lines, false);
    }

    /** The photo; whoever takes it closes it. */
    public PhantomPhoto photograph(Visit visit) {
        return new Portrait(this, visit).photograph();
    }
}
