package rhytid.web.pages.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rhytid.clinic.Course;
import rhytid.clinic.Treatment;
import rhytid.clinic.Visit;
import tools.jackson.databind.JsonNode;

/**
 * What was injected from the day of the baseline to the day of the follow-up, and where its course stood then.
 *
 * @param course of the last of them; null where none is on record
 */
public record Given(List<Dose> doses, @Nullable Course course) {

    /** One treatment. */
    public record Dose(Treatment treatment, List<Area> areas) {}

    /**
     * One area of it.
     *
     * @param units null where only the sum was written down
     */
    public record Area(String name, @Nullable BigDecimal units) {}

    static Given between(Visit baseline, Visit followUp, List<Treatment> all) {
        List<Treatment> between = all.stream()
                .filter(t -> !t.date().isBefore(baseline.date()) && !t.date().isAfter(followUp.date()))
                .toList();
        Optional<Course> course = Course.of(between);
        return new Given(between.stream().map(t -> new Dose(t, areas(t))).toList(), course.orElse(null));
    }

    private static List<Area> areas(Treatment treatment) {
        JsonNode units = treatment.unitsByArea();
        List<Area> areas = new ArrayList<>();
        for (String name : treatment.areas()) {
            JsonNode one = units == null ? null : units.get(name);
            areas.add(new Area(name, one != null && one.isNumber() ? one.decimalValue() : null));
        }
        for (Map.Entry<String, JsonNode> more :
                units == null ? List.<Map.Entry<String, JsonNode>>of() : units.properties()) {
            if (!treatment.areas().contains(more.getKey()) && more.getValue().isNumber()) {
                areas.add(new Area(more.getKey(), more.getValue().decimalValue()));
            }
        }
        return areas;
    }
}
