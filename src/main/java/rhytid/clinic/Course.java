package rhytid.clinic;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The course that a treatment is expected to take, counted from its day. Botulinum toxin sets in after 2 to 5 days, is
 * in full effect after 10 to 14, and lasts 3 to 4 months; the masseter, a thick muscle that has to grow thinner, needs
 * 4 to 8 weeks to its full effect.
 *
 * @param treated the day of the treatment
 * @param masseter true where nothing but the masseter was treated, which takes its own time
 */
public record Course(LocalDate treated, boolean masseter) {

    private static final int ONSET_FROM_DAY = 2;
    private static final int ONSET_TO_DAY = 5;
    private static final int FULL_FROM_DAY = 10;
    private static final int FULL_TO_DAY = 14;
    private static final int MASSETER_FULL_FROM_DAY = 28;
    private static final int MASSETER_FULL_TO_DAY = 56;
    static final int LASTS_FROM_MONTHS = 3;
    static final int LASTS_TO_MONTHS = 4;

    /** Where it stands. */
    public enum Stage {
        /** Too early for an effect. */
        BEFORE_ONSET,
        /** The effect sets in. */
        ONSET,
        /** It grows. */
        GROWING,
        /** Full effect: the days on which it is judged. */
        FULL,
        /** It lasts. */
        LASTING,
        /** It is expected to wear off. */
        WEARING_OFF,
        /** It is expected to have worn off. */
        OVER;

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Days from the first to the last.
     *
     * @param stage what such a photo shows
     * @param first day, included
     * @param last day, included
     */
    public record Window(Stage stage, LocalDate first, LocalDate last) {}

    /** Of the latest treatment; empty where none was recorded. */
    public static Optional<Course> of(Collection<Treatment> treatments) {
        Optional<LocalDate> latest = treatments.stream().map(Treatment::date).max(Comparator.naturalOrder());
        return latest.map(day -> of(
                day,
                treatments.stream()
                        .filter(treatment -> treatment.date().equals(day))
                        .flatMap(treatment -> treatment.areas().stream())
                        .toList()));
    }

    /**
     * Of all that was treated on a day.
     *
     * @param areas in the clinic's words; none where it is not known what was treated
     */
    static Course of(LocalDate day, Collection<String> areas) {
        return new Course(
                day,
                !areas.isEmpty()
                        && areas.stream()
                                .allMatch(area -> area.toLowerCase(Locale.ROOT).contains("masseter")));
    }

    /** Whole days since the treatment; negative before it. */
    public long days(LocalDate today) {
        return ChronoUnit.DAYS.between(treated, today);
    }

    public Stage stage(LocalDate today) {
        if (today.isBefore(onset().first())) {
            return Stage.BEFORE_ONSET;
        } else if (!today.isAfter(onset().last())) {
            return Stage.ONSET;
        } else if (today.isBefore(full().first())) {
            return Stage.GROWING;
        } else if (!today.isAfter(full().last())) {
            return Stage.FULL;
        } else if (today.isBefore(wearingOff().first())) {
            return Stage.LASTING;
        }
        return today.isAfter(wearingOff().last()) ? Stage.OVER : Stage.WEARING_OFF;
    }

    /** When the effect sets in. */
    public Window onset() {
        return new Window(Stage.ONSET, treated.plusDays(ONSET_FROM_DAY), treated.plusDays(ONSET_TO_DAY));
    }

    /** When the full effect is judged, and a touch-up decided on. */
    public Window full() {
        return new Window(Stage.FULL, treated.plusDays(fullFromDay()), treated.plusDays(fullToDay()));
    }

    int fullFromDay() {
        return masseter ? MASSETER_FULL_FROM_DAY : FULL_FROM_DAY;
    }

    int fullToDay() {
        return masseter ? MASSETER_FULL_TO_DAY : FULL_TO_DAY;
    }

    /** When the effect is expected to wear off. */
    public Window wearingOff() {
        return new Window(
                Stage.WEARING_OFF, treated.plusMonths(LASTS_FROM_MONTHS), treated.plusMonths(LASTS_TO_MONTHS));
    }

    /**
     * The next days on which a photo is wanted: the full effect until it was photographed or the effect wears off, then
     * the wearing off. Empty where both were photographed. The window may lie in the past: then the photo is late.
     *
     * @param photographed days of visits with photos
     */
    public Optional<Window> nextPhoto(LocalDate today, Collection<LocalDate> photographed) {
        boolean fullSeen = photographed.stream()
                .anyMatch(day -> !day.isBefore(full().first())
                        && day.isBefore(wearingOff().first()));
        boolean wearingOffSeen =
                photographed.stream().anyMatch(day -> !day.isBefore(wearingOff().first()));
        boolean tooLate = !today.isBefore(wearingOff().first());
        return List.of(full(), wearingOff()).stream()
                .filter(window -> window.stage() == Stage.FULL ? !fullSeen && !tooLate : !wearingOffSeen)
                .findFirst();
    }
}
