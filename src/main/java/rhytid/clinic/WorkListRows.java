package rhytid.clinic;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rhytid.clinic.WorkList.CameIn;
import rhytid.clinic.WorkList.Person;
import rhytid.clinic.WorkList.Waiting;

/** Reads what the work list is made of. */
final class WorkListRows {

    private static final String PERSON = """
            p.id as patient_id, p.name, p.given_name, p.family_name, p.birth_date, p.reference
            """;

    private static final String FOLLOWED = """
            with treated as (
                select t.patient_id, t.date, array_agg(area) as areas, true as treated
                from treatment t cross join unnest(t.areas) area
                where t.date between :from and :today
                  and not exists (select 1 from treatment later where later.patient_id = t.patient_id
                                  and later.date > t.date and later.date <= :today)
                group by t.patient_id, t.date
            ), begun as (
                select distinct v.patient_id, v.date, array[]::text[] as areas, false as treated from visit v
                where v.photographed_at is not null and v.date >= :from and v.date < :today
                  and not exists (select 1 from visit e where e.patient_id = v.patient_id
                                  and e.photographed_at is not null and e.date < v.date)
                  and not exists (select 1 from treatment t where t.patient_id = v.patient_id)
            )
            select %s, a.date, a.areas, a.treated,
                   array(select distinct v.date from visit v where v.patient_id = p.id and v.date > a.date
                         and v.photographed_at is not null) as seen,
                   (select min(v.date) from visit v where v.patient_id = p.id and v.date >= :today
                    and v.photographed_at is null) as planned
            from (select * from treated union all select * from begun) a join patient p on p.id = a.patient_id
            """.formatted(PERSON);

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
                select c.id, c.patient_id, c.date, c.photographed_at as at from visit c
                where c.photographed_at >= :from
                  and not exists (select 1 from comparison d
                                  where d.follow_up_visit = c.id and d.created_at >= c.photographed_at)
                  and not exists (select 1 from comparison d where d.baseline_visit = c.id)
                  and exists (%2$s)
                order by c.photographed_at desc limit :limit
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

    /** A patient on a course; {@code photographed} are the days after it began on which photos were taken. */
    record Followed(
            Person patient,
            Course course,
            boolean treated,
            List<LocalDate> photographed,
            @Nullable LocalDate planned) {}

    /** Whose last day of treatment, or where there is none whose first photos, fall into the days. */
    static List<Followed> followed(Handle handle, LocalDate from, LocalDate today) {
        return handle.createQuery(FOLLOWED)
                .bind("from", from)
                .bind("today", today)
                .map((row, context) -> new Followed(
                        person(row),
                        Course.of(Columns.date(row, "date"), Columns.texts(row, "areas")),
                        row.getBoolean("treated"),
                        dates(row, "seen"),
                        Columns.dateOrNull(row, "planned")))
                .list();
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

    private static List<LocalDate> dates(ResultSet row, String name) throws SQLException {
        Array array = row.getArray(name);
        return Arrays.stream((java.sql.Date[]) array.getArray())
                .map(java.sql.Date::toLocalDate)
                .toList();
    }
}
