package rhytid.clinic;

import org.jspecify.annotations.Nullable;
import rhytid.face.Expression;

/**
 * What a photo was asked to show.
 *
 * @param expression what the face was asked to do
 * @param rest a picture of the face at rest at the same visit, against which movement is seen; null where there is none
 * @param treated whether a treatment may have come before the visit: less movement is then its effect, and no mistake
 */
public record PhotoAsked(Expression expression, byte @Nullable [] rest, boolean treated) {

    /** Of which nothing else is known. */
    public static PhotoAsked of(Expression expression) {
        return new PhotoAsked(expression, null, true);
    }
}
