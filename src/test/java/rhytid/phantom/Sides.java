package rhytid.phantom;

import java.util.function.Function;
import rhytid.face.Side;

/** One of a thing on each side of the face, the subject's. */
public record Sides<T>(T right, T left) {

    static <T> Sides<T> of(Function<Side, T> one) {
        return new Sides<>(one.apply(Side.RIGHT), one.apply(Side.LEFT));
    }

    public T get(Side side) {
        return side == Side.RIGHT ? right : left;
    }
}
