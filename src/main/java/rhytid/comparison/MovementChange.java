package rhytid.comparison;

import org.jspecify.annotations.Nullable;

/** How much of a movement (expression against rest of the same day) is kept. */
public record MovementChange(
        String unit,
        @Nullable Double before,
        @Nullable Double after,
        @Nullable Double preservedPercent,
        @Nullable Double ciLowPercent,
        @Nullable Double ciHighPercent,
        @Nullable String reason) {}
