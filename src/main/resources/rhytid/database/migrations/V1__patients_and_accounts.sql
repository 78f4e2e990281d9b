-- Ids are 26 characters of lower-case letters and digits that sort by time.
create domain entity_id as text check (value ~ '^[0-9a-z]{26}$');

create table patient (
    id          entity_id primary key,
    name        text check (length(name) between 1 and 200),
    given_name  text check (length(given_name) between 1 and 200),
    family_name text check (length(family_name) between 1 and 200),
    birth_date  date check (birth_date between '1900-01-01' and '2200-01-01'),
    sex         text check (length(sex) between 1 and 40),
    reference   text check (length(reference) between 1 and 100),
    email       text check (length(email) between 3 and 254),
    phone       text check (length(phone) between 3 and 40),
    notes       text check (length(notes) <= 10000),
    version     bigint not null default 1 check (version > 0),
    created_at  timestamptz not null,
    changed_at  timestamptz not null,
    constraint patient_is_called_something
        check (coalesce(name, given_name, family_name, reference) is not null)
);
create unique index patient_reference on patient (reference) where reference is not null;

create table account (
    id            entity_id primary key,
    email         text not null check (email = lower(email) and email like '_%@_%' and length(email) <= 254),
    name          text check (length(name) between 1 and 200),
    role          text not null check (role in ('admin', 'injector', 'assistant', 'patient')),
    patient_id    entity_id references patient on delete cascade,
    password_hash text,
    active        boolean not null default true,
    version       bigint not null default 1 check (version > 0),
    created_at    timestamptz not null,
    constraint a_patients_account_names_the_patient check ((role = 'patient') = (patient_id is not null))
);
create unique index account_email on account (email);
create unique index account_of_patient on account (patient_id) where patient_id is not null;

-- Tokens are kept as their SHA-256 alone: who reads the table cannot sign in with it.
create domain token_hash as text check (value ~ '^[0-9a-f]{64}$');

create table one_time_link (
    token      token_hash primary key,
    purpose    text not null check (purpose in ('set-up', 'password')),
    account_id entity_id references account on delete cascade,
    expires_at timestamptz not null,
    created_at timestamptz not null,
    constraint a_password_link_names_the_account check ((purpose = 'password') = (account_id is not null))
);

create table sign_in_failure (
    id      bigint generated always as identity primary key,
    subject token_hash not null,
    at      timestamptz not null
);
create index sign_in_failure_subject on sign_in_failure (subject, at);

create table audit (
    id         entity_id primary key,
    at         timestamptz not null,
    actor      text not null,
    role       text not null,
    action     text not null,
    outcome    text not null check (outcome in ('allowed', 'denied')),
    patient_id text,
    subject    text,
    request_id text
);
create index audit_patient on audit (patient_id, id) where patient_id is not null;

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the audit log is append-only';
end $$;
create trigger audit_no_change before update or delete on audit
    for each row execute function audit_is_append_only();
create trigger audit_no_truncate before truncate on audit
    for each statement execute function audit_is_append_only();
