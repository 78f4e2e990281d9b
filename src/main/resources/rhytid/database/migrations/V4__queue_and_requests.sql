-- db-scheduler's table.
create table scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);

-- What a request with an Idempotency-Key was answered, so that asking again does nothing twice.
create table answered_request (
    caller       text not null,
    key          text not null check (length(key) between 1 and 255),
    request_hash token_hash not null,
    patient_id   entity_id references patient on delete cascade,
    status       integer not null,
    headers      json not null,
    body         text not null,
    created_at   timestamptz not null,
    primary key (caller, key)
);
create index answered_request_age on answered_request (created_at);
