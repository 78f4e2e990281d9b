package rhytid.clinic;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import rhytid.database.Transactions;

/** What there is to do for an injector: photos that are due, photos that came in, results that wait for a word. */
public final class WorkList {

    /** So many days before its window opens, a photo is announced. */
    static final int AHEAD_DAYS = 3;

    /** A photo of the full effect that is so many days late says little more: the row goes. */
    static final int FULL_EFFECT_LATE_DAYS = 21;

    /** Photos that nobody compared for so many days are found in the patient's record, not here. */
    static final int CAME_IN_DAYS = 60;

    /** Nobody works through more in a day; the rest follows as these are done. */
    public static final int MOST_ROWS = 100;

    private final Transactions transactions;
    private final Clock clock;

    public WorkList(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** When a photo is wanted, against today. */
    public enum Timing {
        LATE,
        NOW,
        SOON;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A photo that is wanted.
     *
     * @param treated whether the course began with a treatment, or where none is on record with the first photos
     * @param planned the next visit that was made for it and has no photos yet
     */
    public record Due(
            Person patient,
            Course course,
            boolean treated,
            Course.Window window,
            Timing timing,
            @Nullable LocalDate planned) {}

    /**
     * Photos that no comparison shows yet; a patient's first photos, which nothing can be compared with, are not here.
     *
     * @param photos how many
     * @param baselineVisit what to compare them with
     */
    public record CameIn(
            Person patient, String visitId, LocalDate date, int photos, Instant at, String baselineVisit) {}

    /**
     * A comparison without a decision.
     *
     * @param findings how many there are to look at
     */
    public record Waiting(
            Person patient,
            String comparisonId,
            Comparison.Status status,
            LocalDate baseline,
            LocalDate followUp,
            int findings,
            Instant at) {}

    /** Whom a row is about. */
    public record Person(String id, PatientDetails details) {}

    /** The patients whose next photo is wanted now, soonest missed first. */
    public List<Due> due() {
        LocalDate today = LocalDate.now(clock);
        List<WorkListRows.Followed> followed = transactions.in(handle -> WorkListRows.followed(handle, today));
        List<Due> due = new ArrayList<>();
        for (WorkListRows.Followed one : followed) {
            one.course()
                    .nextPhoto(today, one.photographed())
                    .filter(window -> wanted(window, today))
                    .ifPresent(window -> due.add(new Due(
                            one.patient(), one.course(), one.treated(), window, timing(window, today), one.planned())));
        }
        due.sort(Comparator.comparing(row -> row.window().last()));
        return due.stream().limit(MOST_ROWS).toList();
    }

    /** Latest first. */
    public List<CameIn> cameIn() {
        return transactions.in(
                handle -> WorkListRows.cameIn(handle, LocalDate.now(clock).minusDays(CAME_IN_DAYS)));
    }

    /** Longest waiting first. */
    public List<Waiting> waiting() {
        return transactions.in(WorkListRows::waiting);
    }

    private static boolean wanted(Course.Window window, LocalDate today) {
        int late = window.stage() == Course.Stage.FULL ? FULL_EFFECT_LATE_DAYS : 0;
        return !today.isBefore(window.first().minusDays(AHEAD_DAYS))
                && !today.isAfter(window.last().plusDays(late));
    }

    private static Timing timing(Course.Window window, LocalDate today) {
        if (today.isBefore(window.first())) {
            return Timing.SOON;
        }
        return today.isAfter(window.last()) ? Timing.LATE : Timing.NOW;
    }
}
