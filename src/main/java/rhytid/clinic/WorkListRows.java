package rhytid.clinic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import rhytid.clinic.WorkList.CameIn;
import rhytid.clinic.WorkList.Person;
import rhytid.clinic.WorkList.Waiting;

/** Reads what the work list is made of. */
final class WorkListRows {

    private static final String PERSON = """
            p.id as patient_id, p.name, p.given_name, p.family_name, p.birth_date, p.reference
            """;

    /** Courses that stand today, longest begun first: their windows end in the same order. */
    private static final String FOLLOWED = """
            with due as (
                select * from course a
                where a.masseter = :masseter and a.began between :from and :to and a.until > :today and %2$s
                order by a.began limit :limit
            )
            select %1$s, a.began, a.masseter, a.treated, a.photographed,
                   (select min(v.date) from visit v where v.patient_id = p.id and v.date >= :today
                    and v.photographed_at is null) as planned
            from due a join patient p on p.id = a.patient_id
            """;

    /** Not photographed in full effect. {@link Course#nextPhoto} says the same of one patient. */
    private static final String FULL_DUE =
            FOLLOWED.formatted(PERSON, "(a.photographed is null or a.photographed < a.began + :fullFrom)");

    /** Not photographed since it wears off; before that, full effect comes first. */
    private static final String WEARING_OFF_DUE = FOLLOWED.formatted(PERSON, """
            a.began + :lastsFrom * interval '1 month' <= :announced and a.began + :lastsTo * interval '1 month' >= :today
            and (a.photographed is null or a.photographed < a.began + :lastsFrom * interval '1 month')
            and (a.began + :lastsFrom * interval '1 month' <= :today or a.photographed >= a.began + :fullFrom)
            """);

    private static final String EARLIER = """
            select v.id from visit v
            where v.patient_id = c.patient_id and (v.date, v.id) < (c.date, c.id)
              and v.photographed_at is not null
            """;

    /**
     * A visit is compared with the last one up to the day of the treatment that it follows; where there is none, with
     * the patient's first.
     */
    private static final String CAME_IN = """
            with came as (
                select c.id, c.patient_id, c.date, c.uncompared_at as at from visit c
                where c.uncompared_at >= :from and exists (%2$s)
                order by c.uncompared_at desc limit :limit
            ), paired as (
                select c.*, coalesce(
                    (%2$s and v.date <= (select max(t.date) from treatment t
                                         where t.patient_id = c.patient_id and t.date < c.date)
                     order by v.date desc, v.id desc limit 1),
                    (%2$s order by v.date, v.id limit 1)) as baseline
                from came c
            )
            select %1$s, c.id, c.date, c.at, c.baseline,
                   (select count(*) from photo f where f.visit_id = c.id and f.replaced_at is null) as photos
            from paired c join patient p on p.id = c.patient_id
            order by c.at desc
            """.formatted(PERSON, EARLIER);

    private static final String WAITING = """
            with waiting as (
                select c.* from comparison c
                where not c.decided
                  and not exists (select 1 from comparison d
                                  where d.baseline_visit = c.baseline_visit
                                    and d.follow_up_visit = c.follow_up_visit and d.id > c.id)
                order by c.id limit :limit
            )
            select %s, c.id, c.status, b.date as baseline_date, f.date as follow_up_date, c.created_at,
                   c.findings
            from waiting c
            join patient p on p.id = c.patient_id
            join visit b on b.id = c.baseline_visit
            join visit f on f.id = c.follow_up_visit
            order by c.id
            """.formatted(PERSON);

    private WorkListRows() {}

    /** A patient on a course; {@code photographed} is the last day on which photos were taken. */
    record Followed(
            Person patient,
            Course course,
            boolean treated,
            List<LocalDate> photographed,
            @Nullable LocalDate planned) {}

    /** Whose next photo is wanted today: of each kind of window as many as the list shows, those that end first. */
    static List<Followed> followed(Handle handle, LocalDate today) {
        List<Followed> all = new ArrayList<>();
        for (Course course : List.of(new Course(today, false), new Course(today, true))) {
            all.addAll(due(
                    handle.createQuery(FULL_DUE)
                            .bind("from", today.minusDays(course.fullToDay() + WorkList.FULL_EFFECT_LATE_DAYS))
                            .bind("to", today.minusDays(course.fullFromDay() - WorkList.AHEAD_DAYS)),
                    course));
            all.addAll(due(
                    handle.createQuery(WEARING_OFF_DUE)
                            .bind("from", today.minusMonths(Course.LASTS_TO_MONTHS + 1))
                            .bind("to", today.minusMonths(Course.LASTS_FROM_MONTHS - 1))
                            .bind("announced", today.plusDays(WorkList.AHEAD_DAYS))
                            .bind("lastsFrom", Course.LASTS_FROM_MONTHS)
                            .bind("lastsTo", Course.LASTS_TO_MONTHS),
                    course));
        }
        return all;
    }

    /** @param today a course that would begin today, of the kind that is asked for */
    private static List<Followed> due(Query query, Course today) {
        return query.bind("masseter", today.masseter())
                .bind("today", today.treated())
                .bind("fullFrom", today.fullFromDay())
                .bind("limit", WorkList.MOST_ROWS)
                .map((row, context) -> followed(row))
                .list();
    }

    private static Followed followed(ResultSet row) throws SQLException {
        LocalDate photographed = Columns.dateOrNull(row, "photographed");
        return new Followed(
                person(row),
                new Course(Columns.date(row, "began"), row.getBoolean("masseter")),
                row.getBoolean("treated"),
                photographed == null ? List.of() : List.of(photographed),
                Columns.dateOrNull(row, "planned"));
    }

    static List<CameIn> cameIn(Handle handle, LocalDate from) {
        return handle.createQuery(CAME_IN)
                .bind("from", from)
                .bind("limit", WorkList.MOST_ROWS)
                .map((row, context) -> new CameIn(
                        person(row),
                        row.getString("id"),
                        Columns.date(row, "date"),
                        row.getInt("photos"),
                        Columns.instant(row, "at"),
                        row.getString("baseline")))
                .list();
    }

    static List<Waiting> waiting(Handle handle) {
        return handle.createQuery(WAITING)
                .bind("limit", WorkList.MOST_ROWS)
                .map((row, context) -> new Waiting(
                        person(row),
                        row.getString("id"),
                        Comparison.Status.of(row.getString("status")),
                        Columns.date(row, "baseline_date"),
                        Columns.date(row, "follow_up_date"),
                        row.getInt("findings"),
                        Columns.instant(row, "created_at")))
                .list();
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getString("patient_id"),
                new PatientDetails(
                        row.getString("name"),
                        row.getString("given_name"),
                        row.getString("family_name"),
                        Columns.dateOrNull(row, "birth_date"),
                        null,
                        row.getString("reference"),
                        null,
                        null,
                        null));
    }
}
