package rhytid.web.pages.review;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rhytid.clinic.Comparison;
import rhytid.clinic.Treatment;
import rhytid.clinic.Visit;
import rhytid.report.page.Words;

/**
 * The course of one quantity over all visits.
 *
 * @param baselines visits that it can be followed from; empty where nothing was compared yet
 * @param baseline the one it is followed from; null where there is none
 * @param expressions keys of those that were compared
 * @param rows one for each later visit with photos
 * @param treatments since the baseline; null for those who do not read them
 * @param chart what the drawing shows, as JSON
 */
public record TimelinePage(
        String patientId,
        String name,
        Words report,
        List<Visit> baselines,
        @Nullable Visit baseline,
        List<Choices> quantities,
        String quantity,
        String quantityName,
        List<String> expressions,
        String expression,
        List<Row> rows,
        @Nullable List<Treatment> treatments,
        String chart) {

    /** A heading of a list to choose from. */
    public record Choices(String name, List<Choice> choices) {}

    /** Something to choose. */
    public record Choice(String key, String name) {}

    /**
     * A visit.
     *
     * @param day days since the baseline
     * @param comparison with the baseline; null where there is none yet
     * @param change empty where there is none
     * @param tone {@code faded}, {@code deepened}, {@code moved}, {@code same} or {@code unknown}
     * @param reason why there is no number; empty where there is one
     */
    public record Row(
            Visit visit,
            long day,
            @Nullable Comparison comparison,
            String change,
            String interval,
            String noise,
            String tone,
            String verdict,
            String reason) {}

    /** A day in the drawing, as seconds since 1970. */
    static long seconds(LocalDate day) {
        return day.toEpochDay() * 24 * 3600;
    }
}
