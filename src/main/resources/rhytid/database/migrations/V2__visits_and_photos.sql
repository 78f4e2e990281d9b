create table treatment (
    id            entity_id primary key,
    patient_id    entity_id not null references patient on delete cascade,
    date          date not null,
    product       text not null check (length(product) between 1 and 200),
    areas         text[] not null check (cardinality(areas) between 1 and 50),
    units         numeric(8, 2) not null check (units > 0),
    units_by_area json,
    note          text check (length(note) <= 10000),
    created_at    timestamptz not null,
    created_by    text not null
);
create index treatment_patient on treatment (patient_id, id);

create domain expression as text check (value in
    ('rest', 'brow-raise', 'frown', 'squint', 'smile', 'pucker', 'chin', 'platysma'));

create table visit (
    id          entity_id primary key,
    patient_id  entity_id not null references patient on delete cascade,
    date        date not null,
    expressions text[] not null check (cardinality(expressions) between 1 and 8 and expressions <@ array[
        'rest', 'brow-raise', 'frown', 'squint', 'smile', 'pucker', 'chin', 'platysma']),
    note        text check (length(note) <= 10000),
    closed_at   timestamptz,
    created_at  timestamptz not null,
    created_by  text not null,
    unique (id, patient_id)
);
create index visit_patient on visit (patient_id, id);

-- Every object that was or may have been put into the photo store has a row, written before it is put: pending until
-- what refers to it is kept, doomed once nothing does. So no crash leaves an object that nobody knows of.
create table stored_object (
    id           entity_id primary key,
    shelf        text not null check (shelf in ('originals', 'pictures')),
    object_key   text not null unique,
    sha256       text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    size         bigint not null check (size >= 0),
    content_type text not null,
    state        text not null check (state in ('pending', 'live', 'doomed')),
    since        timestamptz not null
);
create index stored_object_unsettled on stored_object (since) where state <> 'live';

create table photo (
    id          entity_id primary key,
    visit_id    entity_id not null,
    patient_id  entity_id not null,
    expression  expression not null,
    original    entity_id not null unique references stored_object,
    "full"      entity_id not null unique references stored_object,
    preview     entity_id not null unique references stored_object,
    thumbnail   entity_id not null unique references stored_object,
    width       integer not null check (width > 0),
    height      integer not null check (height > 0),
    format      text not null,
    captured_at timestamp,
    uploaded_at timestamptz not null,
    uploaded_by text not null,
    replaced_at timestamptz,
    foreign key (visit_id, patient_id) references visit (id, patient_id) on delete cascade
);
create unique index photo_shown on photo (visit_id, expression) where replaced_at is null;
create index photo_visit on photo (visit_id, id);
create index photo_patient on photo (patient_id);

create table invitation (
    id          entity_id primary key,
    visit_id    entity_id not null,
    patient_id  entity_id not null,
    token       token_hash not null unique,
    expires_at  timestamptz not null,
    created_at  timestamptz not null,
    created_by  text not null,
    closed_at   timestamptz,
    foreign key (visit_id, patient_id) references visit (id, patient_id) on delete cascade
);
create index invitation_visit on invitation (visit_id);

create table session (
    token         token_hash primary key,
    account_id    entity_id references account on delete cascade,
    invitation_id entity_id references invitation on delete cascade,
    created_at    timestamptz not null,
    seen_at       timestamptz not null,
    expires_at    timestamptz not null,
    constraint a_session_is_of_one check (num_nonnulls(account_id, invitation_id) = 1)
);
create index session_account on session (account_id);

create table consent (
    id          entity_id primary key,
    patient_id  entity_id not null references patient on delete cascade,
    purpose     text not null check (purpose ~ '^[a-z][a-z0-9-]{0,39}$'),
    granted     boolean not null,
    at          timestamptz not null,
    recorded_by text not null
);
create index consent_patient on consent (patient_id, purpose, id);
