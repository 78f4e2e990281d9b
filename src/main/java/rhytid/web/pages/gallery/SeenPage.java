package rhytid.web.pages.gallery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rhytid.account.Sighting;

/**
 * Who looked at a patient's photos.
 *
 * @param more link to earlier days; null where there are none
 */
public record SeenPage(List<Day> days, @Nullable String more) {

    /** What happened on a day. */
    public record Day(LocalDate date, List<Sighting> sightings) {}

    static List<Day> days(List<Sighting> sightings) {
        Map<LocalDate, List<Sighting>> byDay = new LinkedHashMap<>();
        sightings.forEach(sighting ->
                byDay.computeIfAbsent(sighting.day(), day -> new ArrayList<>()).add(sighting));
        return byDay.entrySet().stream()
                .map(day -> new Day(day.getKey(), day.getValue()))
                .toList();
    }
}
