-- What lists and counts of millions of rows need stands ready, written by the database whoever writes the rows (a
-- restored backup too). Locks are taken in one order everywhere: the patient, their visits, their course.
set local statement_timeout = 0; -- once, at a clinic's size: the pool's own limit is for requests

-- Since when the visit's photos wait to be compared; null where a comparison shows them or there are none.
alter table visit add column uncompared_at timestamptz;

create function note_uncompared() returns trigger language plpgsql as $$
begin
    new.uncompared_at := case
        when not exists (select 1 from comparison where follow_up_visit = new.id and created_at >= new.photographed_at)
         and not exists (select 1 from comparison where baseline_visit = new.id)
        then new.photographed_at end;
    return new;
end $$;
create trigger visit_uncompared before insert or update of photographed_at on visit
    for each row execute function note_uncompared();

create function note_compared() returns trigger language plpgsql as $$
declare
    pair constant text[] := case tg_op when 'DELETE' then array[old.baseline_visit, old.follow_up_visit]
                                       else array[new.baseline_visit, new.follow_up_visit] end;
begin
    perform 1 from visit where id = any (pair) order by id for no key update;
    update visit set photographed_at = photographed_at where id = any (pair);
    return null;
end $$;
create trigger visits_compared after insert or delete on comparison
    for each row execute function note_compared();

update visit v set uncompared_at = v.photographed_at
where v.photographed_at is not null
  and not exists (select 1 from comparison c where c.follow_up_visit = v.id and c.created_at >= v.photographed_at)
  and not exists (select 1 from comparison c where c.baseline_visit = v.id);

create index visit_uncompared_at on visit (uncompared_at) where uncompared_at is not null;
drop index visit_photographed;

-- The courses that a patient's treatments begin, one for each day; without a treatment the one that the first photos
-- begin. It refers to no other table: its rows come and go with those of treatments and visits.
create table course (
    patient_id   text not null,
    began        date not null,
    until        date not null, -- the day of the next
    treated      boolean not null,
    masseter     boolean not null, -- nothing else was treated
    photographed date, -- the patient's last day with photos
    primary key (patient_id, began)
);

create view course_of_records as
    with photographed as (
        select patient_id, min(date) as first, max(date) as last from visit
        where photographed_at is not null group by patient_id
    ), begun as (
        select t.patient_id, t.date as began, true as treated, bool_and(area ilike '%masseter%') as masseter
        from treatment t cross join unnest(t.areas) area group by t.patient_id, t.date
        union all
        select p.patient_id, p.first, false, false from photographed p
        where not exists (select 1 from treatment t where t.patient_id = p.patient_id)
    )
    select b.patient_id, b.began,
           coalesce(lead(b.began) over (partition by b.patient_id order by b.began), 'infinity') as until,
           b.treated, b.masseter, p.last as photographed
    from begun b left join photographed p on p.patient_id = b.patient_id;

create function note_course() returns trigger language plpgsql as $$
declare
    patient constant text := case tg_op when 'DELETE' then old.patient_id else new.patient_id end;
begin
    -- Two that write at once would each miss what the other wrote.
    perform pg_advisory_xact_lock(hashtextextended(patient, 10));
    delete from course where patient_id = patient;
    insert into course select * from course_of_records where patient_id = patient;
    return null;
end $$;
create trigger treatment_course after insert or update or delete on treatment
    for each row execute function note_course();
create trigger visit_course_begins after insert on visit
    for each row when (new.photographed_at is not null) execute function note_course();
create trigger visit_course_goes_on after update on visit
    for each row when ((old.photographed_at is null) <> (new.photographed_at is null) or old.date <> new.date)
    execute function note_course();
create trigger visit_course_ends after delete on visit
    for each row when (old.photographed_at is not null) execute function note_course();

insert into course select * from course_of_records;

create index course_due on course (masseter, began) include (until, photographed, treated, patient_id);
drop index visit_photographed_date;
drop index treatment_date;

-- How much is held: a row for each change, which upkeep adds up; one row that all change would let them wait for each
-- other. What is held is the sum of all rows.
create table held (
    what   text not null,
    number bigint not null,
    bytes  bigint not null
);

create function note_held() returns trigger language plpgsql as $$
declare
    n bigint;
begin
    if tg_op = 'INSERT' then
        select count(*) into n from made;
    else
        select -count(*) into n from gone;
    end if;
    if n <> 0 then
        insert into held values (tg_table_name, n, 0);
    end if;
    return null;
end $$;

create function held_object(shelf text, state text) returns text language sql immutable
    as $$ select shelf || case state when 'live' then '' else ' waiting' end $$;

create function note_held_objects() returns trigger language plpgsql as $$
begin
    if tg_op <> 'DELETE' then
        insert into held select held_object(shelf, state), count(*), sum(size) from made group by 1;
    end if;
    if tg_op <> 'INSERT' then
        insert into held select held_object(shelf, state), -count(*), -sum(size) from gone group by 1;
    end if;
    return null;
end $$;

create trigger patients_made after insert on patient
    referencing new table as made for each statement execute function note_held();
create trigger patients_gone after delete on patient
    referencing old table as gone for each statement execute function note_held();
create trigger visits_made after insert on visit
    referencing new table as made for each statement execute function note_held();
create trigger visits_gone after delete on visit
    referencing old table as gone for each statement execute function note_held();
create trigger photos_made after insert on photo
    referencing new table as made for each statement execute function note_held();
create trigger photos_gone after delete on photo
    referencing old table as gone for each statement execute function note_held();
create trigger comparisons_made after insert on comparison
    referencing new table as made for each statement execute function note_held();
create trigger comparisons_gone after delete on comparison
    referencing old table as gone for each statement execute function note_held();
create trigger objects_made after insert on stored_object
    referencing new table as made for each statement execute function note_held_objects();
create trigger objects_changed after update on stored_object
    referencing new table as made old table as gone for each statement execute function note_held_objects();
create trigger objects_gone after delete on stored_object
    referencing old table as gone for each statement execute function note_held_objects();

insert into held
    select 'patient', count(*), 0 from patient union all
    select 'visit', count(*), 0 from visit union all
    select 'photo', count(*), 0 from photo union all
    select 'comparison', count(*), 0 from comparison union all
    select held_object(shelf, state), count(*), sum(size) from stored_object group by 1;

-- What the audit log is asked for beside a patient; both in the order in which it is read.
create index audit_action on audit (action, id);
create index audit_actor on audit (actor, id);
create index audit_denied on audit (id) where outcome = 'denied';
