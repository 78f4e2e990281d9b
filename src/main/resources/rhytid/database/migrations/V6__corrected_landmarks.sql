-- A comparison can be made again with landmarks that an injector put right. Until that has come to an end the result
-- before stays in place; the first one stays for good.
alter table comparison
    add column run          integer not null default 1 check (run > 0),
    add column corrections  json,
    add column first_result json,
    drop constraint a_judged_pair_has_a_result,
    drop constraint a_failure_has_a_reason,
    add constraint a_judged_pair_has_a_result check (status not in ('done', 'refused') or result is not null),
    add constraint a_result_is_of_an_end_or_of_the_run_before check (
        result is null or status in ('done', 'refused') or (status in ('queued', 'running') and run > 1)),
    add constraint a_failure_has_a_reason check (status <> 'failed' or failure is not null),
    add constraint a_reason_is_of_a_failure check (
        failure is null or status = 'failed' or (status in ('done', 'refused') and run > 1));
