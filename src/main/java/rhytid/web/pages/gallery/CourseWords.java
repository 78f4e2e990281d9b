package rhytid.web.pages.gallery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import rhytid.clinic.Course;
import rhytid.clinic.Course.Stage;
import rhytid.clinic.Course.Window;
import rhytid.web.pages.frame.Words;
import rhytid.web.pages.gallery.GalleryPage.CoursePart;
import rhytid.web.pages.gallery.GalleryPage.Step;

/** The expected course of a treatment in everyday words. */
final class CourseWords {

    private final Course course;
    private final Words words;
    private final LocalDate today;

    private CourseWords(Course course, Words words) {
        this.course = course;
        this.words = words;
        this.today = words.today();
    }

    /** @param photographed days of visits with photos */
    static CoursePart of(Course course, Collection<LocalDate> photographed, Words words) {
        CourseWords said = new CourseWords(course, words);
        return new CoursePart(said.sentence(), said.steps(), said.next(photographed));
    }

    private String sentence() {
        Stage stage = course.stage(today);
        String masseter = course.masseter() && stage == Stage.GROWING ? ".masseter" : "";
        return TimeSpan.say("gallery.since", course.days(today), words) + " "
                + words.say("gallery.stage." + stage.key() + masseter);
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        steps.add(step("treated", course.treated(), course.onset().first().minusDays(1)));
        steps.add(step("onset", course.onset().first(), course.onset().last()));
        steps.add(step(
                course.masseter() ? "full-masseter" : "full",
                course.full().first(),
                course.full().last()));
        steps.add(step(
                "wearing-off", course.wearingOff().first(), course.wearingOff().last()));
        return steps;
    }

    private Step step(String key, LocalDate first, LocalDate last) {
        String state = today.isAfter(last) ? "past" : today.isBefore(first) ? "ahead" : "now";
        String dates = key.equals("treated") ? words.day(first) : between(first, last);
        return new Step(words.say("gallery.step." + key), dates, words.say("gallery.step." + key + ".text"), state);
    }

    private String next(Collection<LocalDate> photographed) {
        Optional<Window> window = course.nextPhoto(today, photographed);
        if (window.isEmpty()) {
            return words.say("gallery.next.none");
        }
        String dates = between(window.get().first(), window.get().last());
        if (today.isBefore(window.get().first())) {
            return words.say("gallery.next.ahead", dates);
        }
        return today.isAfter(window.get().last())
                ? words.say("gallery.next.late", words.day(window.get().last()))
                : words.say("gallery.next.now", words.day(window.get().last()));
    }

    private String between(LocalDate first, LocalDate last) {
        return words.say("gallery.between", words.day(first), words.day(last));
    }
}
