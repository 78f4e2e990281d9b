package rhytid.web.pages.gallery;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a patient's gallery shows.
 *
 * @param preview true where staff look at what the patient sees
 * @param base path of the page
 * @param shown null as long as nothing is shared
 * @param course null where no treatment was recorded
 */
public record GalleryPage(
        String patientId,
        boolean preview,
        String base,
        @Nullable Shown shown,
        @Nullable CoursePart course) {

    /**
     * One series of visits, one of them opened beside the first.
     *
     * @param report path of the open comparison as a document
     * @param others series that began at other visits
     */
    public record Shown(
            List<Stop> stops,
            Stop before,
            Stop after,
            List<Choice> expressions,
            PlainResult result,
            String report,
            List<Choice> others) {}

    /**
     * A visit on the strip.
     *
     * @param name what it is in words, such as the first photo, or so many days later
     * @param picture null where the photo was deleted, or was not taken with this expression
     */
    public record Stop(
            String name,
            LocalDate date,
            String link,
            @Nullable Picture picture,
            boolean chosen) {}

    /** The same cut in two sizes. */
    public record Picture(String small, String large) {}

    /** Something else to look at. */
    public record Choice(String name, String link, boolean chosen) {}

    /**
     * The expected course of the treatment.
     *
     * @param sentence where it stands today
     * @param next when the next photo is wanted
     */
    public record CoursePart(String sentence, List<Step> steps, String next) {}

    /**
     * A step of the course.
     *
     * @param state {@code past}, {@code now} or {@code ahead}
     */
    public record Step(String name, String dates, String text, String state) {}
}
