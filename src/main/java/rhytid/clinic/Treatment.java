package rhytid.clinic;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What was injected on a day.
 *
 * @param areas such as {@code glabella}, in the clinic's words
 * @param units of the product, all areas together
 * @param unitsByArea units of each area, where they were written down
 */
public record Treatment(
        String id,
        String patientId,
        LocalDate date,
        String product,
        List<String> areas,
        BigDecimal units,
        @Nullable JsonNode unitsByArea,
        @Nullable String note,
        Instant createdAt,
        String createdBy) {}
