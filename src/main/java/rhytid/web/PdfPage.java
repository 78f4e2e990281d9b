package rhytid.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rhytid.report.page.Figures;
import rhytid.report.page.Headline;
import rhytid.report.page.MeasureRow;
import rhytid.report.page.MovementRow;
import rhytid.report.page.Note;
import rhytid.report.page.RegionRow;
import rhytid.report.page.Words;

/**
 * A comparison as it is printed.
 *
 * @param style the style sheet, put into the page
 * @param patient what the patient is called
 * @param corrected whether points were put right by hand before it was measured
 * @param review decision and notes; null for patients, and where there is none
 */
public record PdfPage(
        Words words,
        String style,
        String patient,
        LocalDate baseline,
        LocalDate followUp,
        boolean comparable,
        Headline headline,
        List<Note> findings,
        List<Note> warnings,
        List<Note> refusals,
        List<Expression> expressions,
        List<MovementRow> movement,
        @Nullable Review review,
        boolean corrected,
        String version) {

    /** An expression: its pictures as {@code data:} addresses, empty where they were deleted, and its tables. */
    public record Expression(
            String name,
            String before,
            String after,
            String changes,
            List<RegionRow> regions,
            List<MeasureRow> symmetry,
            List<MeasureRow> heights,
            List<MeasureRow> mouth) {}

    /** The injector's word; a part that was not said is empty. */
    public record Review(String decision, String notes) {}

    /** What a key of the report's words says, in letters that the document's fonts have. */
    public String say(String key, Object... arguments) {
        return plain(words.say(key, arguments));
    }

    public String day(LocalDate day) {
        return new Figures(words).date(LocalDateTime.of(day, java.time.LocalTime.NOON));
    }

    /** The fonts of every PDF reader have neither narrow spaces nor control characters. */
    public String plain(String text) {
        return text.replace('\u202f', '\u00a0').replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
    }
}
