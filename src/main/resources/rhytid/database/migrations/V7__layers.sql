-- What is drawn over a comparison's pictures; goes with them.
alter table comparison add column layers json;
