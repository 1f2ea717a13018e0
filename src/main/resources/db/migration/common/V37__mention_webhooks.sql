-- A webhook that tells only the messages that mention this account; null tells all events.
alter table outgoing_hook add column mention bigint references account (id);
