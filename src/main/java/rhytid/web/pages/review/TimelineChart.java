package rhytid.web.pages.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rhytid.clinic.Course;
import rhytid.clinic.Treatment;
import rhytid.clinic.Visit;
import tools.jackson.databind.json.JsonMapper;

/** What the drawing of a timeline is made of: days as seconds since 1970. */
final class TimelineChart {

    private TimelineChart() {}

    /** @param points changes against the baseline, by day */
    static String json(
            Visit baseline, Quantity quantity, List<Map<String, Object>> points, @Nullable List<Treatment> treatments) {
        Map<String, Object> chart = new LinkedHashMap<>();
        chart.put("unit", quantity.unit());
        chart.put("baseline", TimelinePage.seconds(baseline.date()));
        chart.put("points", points);
        List<Map<String, Object>> courses = new ArrayList<>();
        List<Course> all = treatments == null
                ? List.of()
                : treatments.stream()
                        .map(treatment -> Course.of(List.of(treatment)).orElseThrow())
                        .toList();
        for (int i = 0; i < all.size(); i++) {
            LocalDate next = i + 1 < all.size() ? all.get(i + 1).treated() : LocalDate.MAX;
            Course course = all.get(i);
            courses.add(Map.of(
                    "treated", TimelinePage.seconds(course.treated()),
                    "full", until(next, course.full().first()),
                    "fades", until(next, course.wearingOff().first()),
                    "over", until(next, course.wearingOff().last())));
        }
        chart.put("courses", courses);
        return JsonMapper.shared().writeValueAsString(chart);
    }

    /** A course ends where the next treatment begins another. */
    private static long until(LocalDate next, LocalDate day) {
        return TimelinePage.seconds(day.isBefore(next) ? day : next);
    }
}
