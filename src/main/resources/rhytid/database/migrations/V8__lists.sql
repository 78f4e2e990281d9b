-- Lists are read far more often than what they show is written. What they ask for stands in the row itself, written by
-- the database whoever writes the row (a restored backup too), under an index that holds no more than what is listed.

-- How many findings the result has, which is large; and whether there is a review with a decision.
alter table comparison
    add column findings integer not null default 0 check (findings >= 0),
    add column decided  boolean not null default false;

create function note_findings() returns trigger language plpgsql as $$
begin
    new.findings := coalesce(json_array_length(new.result -> 'findings'), 0);
    return new;
end $$;
create trigger comparison_findings before insert or update of result on comparison
    for each row execute function note_findings();

create function note_decision() returns trigger language plpgsql as $$
begin
    update comparison set decided = new.decision is not null
    where id = new.comparison_id and decided <> (new.decision is not null);
    return null;
end $$;
create trigger review_decision after insert or update of decision on review
    for each row execute function note_decision();

update comparison set result = result where result is not null;
update review set decision = decision;

create index comparison_undecided on comparison (id) where not decided;
create index comparison_failed on comparison (id) where status = 'failed';
create index comparison_ended on comparison (finished_at) where status in ('done', 'refused');

-- When the last of the photos that it shows came in; null where there is none. Whoever changes the photos of a visit
-- locks the visit first.
alter table visit add column photographed_at timestamptz;

create function note_photographed() returns trigger language plpgsql as $$
begin
    update visit set photographed_at =
        (select max(uploaded_at) from photo where visit_id = visit.id and replaced_at is null)
    where id = coalesce(new.visit_id, old.visit_id);
    return null;
end $$;
create trigger photo_shown_or_not after insert or delete or update of replaced_at on photo
    for each row execute function note_photographed();

update visit v set photographed_at =
    (select max(f.uploaded_at) from photo f where f.visit_id = v.id and f.replaced_at is null);

create index visit_photographed on visit (photographed_at) where photographed_at is not null;
create index visit_photographed_date on visit (date) where photographed_at is not null;
create index treatment_date on treatment (date);
