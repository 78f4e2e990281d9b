package rhytid.comparison;

import org.jspecify.annotations.Nullable;
import rhytid.photo.Refusal;

/**
 * A refusal or a warning with the photo it speaks of.
 *
 * @param photo {@code baseline/rest} or {@code follow-up/frown}; null where it speaks of the pair
 */
public record Objection(Refusal refusal, @Nullable String photo) {}
