-- The preview of the first link in a message, as JSON: null if there was none for this link, and empty if it was removed.
-- Its picture is a file of the message, with the place 0.
alter table message add column preview text;

-- An older program would keep the preview of a deleted message.
pragma user_version = 36;
