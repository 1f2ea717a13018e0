-- The writer adds a message to a topic whose row it has locked, and an event in the transaction in which it adds or has
-- read its message. Neither topics nor messages are ever removed. PostgreSQL looked these keys up once for each row,
-- which took three fifths of its time for a message and its event: 48 and 19 µs.
alter table message drop constraint message_topic_fkey;
alter table event drop constraint event_topic_fkey;
alter table event drop constraint event_message_fkey;
