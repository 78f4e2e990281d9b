package rhytid.comparison;

import org.jspecify.annotations.Nullable;
import rhytid.wrinkle.Region;

/**
 * What became of a region's lines. Percentages are of the baseline's line index; null where it can't be said, and
 * {@code reason} says why.
 */
public record RegionChange(
        Region region,
        Change lineIndex,
        Change lengthMm,
        Change depth,
        @Nullable Double changePercent,
        @Nullable Double ciLowPercent,
        @Nullable Double ciHighPercent,
        @Nullable Double mdc95Percent,
        boolean significant,
        boolean usable,
        @Nullable String reason) {}
