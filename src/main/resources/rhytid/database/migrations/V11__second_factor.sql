-- A second factor beside the password: a secret that an authenticator app shares, encrypted with the service's key.
create table second_factor (
    account_id entity_id primary key references account on delete cascade,
    secret     bytea,              -- null until the first code was right
    draft      bytea,              -- what is being set up
    since      timestamptz,
    last_step  bigint not null default 0, -- no code of this time or before is taken again
    failures   int not null default 0,    -- wrong codes in a row, each after the right password
    constraint a_factor_has_its_day check ((secret is null) = (since is null))
);

create table recovery_code (
    account_id entity_id not null references account on delete cascade,
    hash       text not null, -- Argon2id
    primary key (account_id, hash)
);

-- Whoever gave the right password and not yet the code: no session, and never taken for one.
create table half_sign_in (
    token      token_hash primary key,
    account_id entity_id not null references account on delete cascade,
    expires_at timestamptz not null
);

-- What a person is to know about the way into their account.
create table notice (
    id         entity_id primary key,
    account_id entity_id not null references account on delete cascade,
    at         timestamptz not null,
    what       text not null check (what ~ '^[a-z-]{1,40}$'),
    seen       boolean not null default false
);
create index notice_account on notice (account_id, id);
create index notice_unseen on notice (account_id) where not seen;

-- By which a person knows their own sessions apart; gone with the session.
alter table session add column address text, add column device text;
