package rhytid.web.pages.upload;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rhytid.clinic.Comparison;

/**
 * A comparison as a patient's page lists it.
 *
 * @param from day of its baseline; null where the visit lies too far back to be listed
 * @param to day of its follow-up
 */
public record ComparisonLine(
        Comparison comparison,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    static ComparisonLine of(Comparison comparison, Map<String, LocalDate> days) {
        return new ComparisonLine(
                comparison, days.get(comparison.baselineVisit()), days.get(comparison.followUpVisit()));
    }
}
