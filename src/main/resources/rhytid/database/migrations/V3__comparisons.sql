create table comparison (
    id              entity_id primary key,
    patient_id      entity_id not null references patient on delete cascade,
    baseline_visit  entity_id not null,
    follow_up_visit entity_id not null,
    status          text not null check (status in ('queued', 'running', 'done', 'refused', 'failed')),
    progress        double precision not null default 0 check (progress between 0 and 1),
    attempts        integer not null default 0 check (attempts >= 0),
    result          json,
    failure         text,
    version         bigint not null default 1 check (version > 0),
    created_at      timestamptz not null,
    created_by      text not null,
    finished_at     timestamptz,
    foreign key (baseline_visit, patient_id) references visit (id, patient_id) on delete cascade,
    foreign key (follow_up_visit, patient_id) references visit (id, patient_id) on delete cascade,
    constraint two_visits check (baseline_visit <> follow_up_visit),
    constraint a_judged_pair_has_a_result check ((status in ('done', 'refused')) = (result is not null)),
    constraint a_failure_has_a_reason check ((status = 'failed') = (failure is not null)),
    constraint an_end_has_a_time check ((status in ('done', 'refused', 'failed')) = (finished_at is not null)),
    unique (id, patient_id)
);
create index comparison_patient on comparison (patient_id, id);
create index comparison_waiting on comparison (id) where status in ('queued', 'running');
create index comparison_baseline on comparison (baseline_visit);
create index comparison_follow_up on comparison (follow_up_visit);

create table comparison_photo (
    comparison_id entity_id not null references comparison on delete cascade,
    photo_id      entity_id not null references photo on delete cascade,
    primary key (comparison_id, photo_id)
);
create index comparison_photo_photo on comparison_photo (photo_id);

create table comparison_image (
    comparison_id entity_id not null references comparison on delete cascade,
    name          text not null check (name ~ '^[a-z0-9][a-z0-9.-]{0,99}$'),
    object        entity_id not null unique references stored_object,
    primary key (comparison_id, name)
);

create table review (
    comparison_id       entity_id primary key references comparison on delete cascade,
    notes               text check (length(notes) <= 20000),
    decision            text check (decision in ('accept', 'touch-up', 'retake')),
    corrected_landmarks json,
    reviewed_at         timestamptz not null,
    reviewed_by         text not null
);

create table share (
    comparison_id entity_id primary key,
    patient_id    entity_id not null,
    shared_at     timestamptz not null,
    shared_by     text not null,
    foreign key (comparison_id, patient_id) references comparison (id, patient_id) on delete cascade
);
create index share_patient on share (patient_id, comparison_id);
