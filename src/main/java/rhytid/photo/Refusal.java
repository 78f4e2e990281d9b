package rhytid.photo;

import org.jspecify.annotations.Nullable;

/**
 * Why a photo, or a pair, is not measured (or, as a warning, measured with less certainty). A photo is refused, never a
 * patient.
 *
 * @param code a fixed word for programs, such as {@code no-face} or {@code eyes-too-close}
 * @param message one or two plain sentences: what is wrong and what to do about it
 * @param value what was found, where it is a number
 * @param limit what it had to be
 */
public record Refusal(
        String code,
        String message,
        @Nullable Double value,
        @Nullable Double limit) {

    public Refusal(String code, String message) {
        this(code, message, null, null);
    }
}
