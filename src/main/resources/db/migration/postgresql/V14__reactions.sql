-- A person's reaction to a message. seq is the number of the event that added it or took it back last, and place its place
-- in it. What was taken back keeps its row, so that the event can be read. person is the login of an account, or the
-- session of a guest, as a hash: a guest's name may be another person's tomorrow.
create table message_reaction (
    message bigint      not null references message (id),
    emoji   varchar(64) not null,
    person  varchar(64) not null,
    name    varchar(64) not null,
    present boolean     not null,
    seq     bigint      not null,
    place   integer     not null,
    primary key (message, emoji, person)
);

create index message_reaction_event on message_reaction (message, seq);

create index message_reaction_present on message_reaction (message, seq, place) where present;

-- An older program could not read events of the kind "reacted".
update needed_version set number = 14;
