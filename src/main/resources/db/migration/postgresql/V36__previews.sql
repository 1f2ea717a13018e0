-- The preview of the first link in a message, as JSON: null if there was none for this link, and empty if it was removed.
-- Its picture is a file of the message, with the place 0.
alter table message add column preview text;

-- Room for the kind 'previewed'. SQLite does not limit it.
alter table event alter column kind type varchar(16);

-- An older program would keep the preview of a deleted message.
update needed_version set number = 36;
