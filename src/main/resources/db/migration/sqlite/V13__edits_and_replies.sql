-- When a message was edited last; null if never. An edit replaces the text.
alter table message add column edited_at bigint;

-- The number of the event that deleted a message, which says by whom.
alter table message add column deletion bigint;

update message set deletion = removal.seq
from (select message as id, seq from event where kind = 'deleted') removal
where removal.id = message.id;

-- The session of the guest who wrote a message, as a hash; null for an account. A guest's name may be another person's
-- tomorrow.
alter table message add column guest varchar(64);

-- The message that a message replies to, and the number of replies that a message has; deleted replies do not count.
alter table message add column reply bigint references message (id);
alter table message add column replies integer not null default 0;

-- An older program could not read events of the kind "edited".
pragma user_version = 13;
