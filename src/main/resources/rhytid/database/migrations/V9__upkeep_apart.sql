-- Upkeep has a line of its own, so that it neither waits behind comparisons nor takes one of their places.
create table scheduled_upkeep (like scheduled_tasks including all);
delete from scheduled_tasks where task_name = 'tidy-up';
