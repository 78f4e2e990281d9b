package rhytid.web.pages.review;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rhytid.clinic.Comparison;
import rhytid.clinic.Review;
import rhytid.clinic.Visit;
import rhytid.report.page.Headline;
import rhytid.report.page.MovementRow;
import rhytid.report.page.Note;
import rhytid.report.page.Words;
import rhytid.web.pages.frame.Form;

/**
 * A comparison as the people who judge it see it.
 *
 * @param name what the patient is called
 * @param given what was injected between the photos; null for those who do not read treatments
 * @param report the words of the report, whose tables stand here too
 * @param result what was measured; null until there is something
 * @param mayReview whether the reader decides and shares
 * @param form notes and decision as typed
 * @param thumbnails the photos of a pair that cannot be compared
 * @param others what somebody else wrote meanwhile; null where nobody did
 */
public record ReviewPage(
        Comparison comparison,
        String name,
        Visit baseline,
        Visit followUp,
        @Nullable Given given,
        Words report,
        @Nullable Result result,
        List<Thumbnail> thumbnails,
        boolean mayReview,
        Form form,
        @Nullable Word review,
        @Nullable Word others) {

    /**
     * What was measured.
     *
     * @param headline what is sure, largest first
     * @param corrected how many points were put right by hand before it was measured
     * @param shots the pictures by expression, as JSON for the viewer; empty where they were deleted
     */
    public record Result(
            boolean comparable,
            Headline headline,
            List<ExpressionPanel> panels,
            List<MovementRow> movement,
            List<Note> findings,
            List<Note> warnings,
            List<Note> refusals,
            int corrected,
            String shots) {}

    /** A photo, small. */
    public record Thumbnail(String name, String url) {}

    /** A review and who wrote it. */
    public record Word(Review review, String by) {}

    public long days() {
        return ChronoUnit.DAYS.between(baseline.date(), followUp.date());
    }

    public boolean isWorkedOn() {
        return !comparison.status().isEnd();
    }

    public Optional<ExpressionPanel> first() {
        return result == null
                ? Optional.empty()
                : result.panels().stream().filter(ExpressionPanel::chosen).findFirst();
    }
}
