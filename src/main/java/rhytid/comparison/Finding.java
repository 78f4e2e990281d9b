package rhytid.comparison;

import org.jspecify.annotations.Nullable;
import rhytid.face.Side;

/**
 * Something the injector may want to look at. The product measures, the injector decides.
 *
 * @param severity {@code note}, {@code consider} or {@code check}
 */
public record Finding(
        String code,
        String severity,
        @Nullable Side side,
        String message,
        @Nullable Double value) {}
