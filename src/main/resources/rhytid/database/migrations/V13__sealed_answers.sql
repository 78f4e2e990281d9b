-- Answers that are kept for being told again are encrypted: one may hold a link that sets a password. What was kept
-- before can't be encrypted here; its keys stay, so that nothing is made twice.
alter table answered_request drop column headers, drop column body, add column answer bytea;
