-- What a message looks like now. Its id is never used again, and a later message has a greater one. A message that
-- was deleted has no text; it stays as a tombstone.
create table message (
    id        bigint      primary key,
    topic     varchar(64) not null references topic (name),
    seq       bigint      not null,
    client_id varchar(64),
    login     varchar(64) not null,
    sender    varchar(64) not null,
    text      text        not null,
    headers   text,
    sent_at   bigint      not null,
    deleted   boolean     not null default false
);

-- The greatest id that a message ever had.
create table message_id (
    last bigint not null
);

-- No database of PostgreSQL has the former table of events with rows.
drop table event;

-- What happened in a topic, in the order of its numbers, each about one message. Who posted a message, and when,
-- stands there; login, sender and sent_at are of every other kind of event.
create table event (
    topic   varchar(64) not null references topic (name),
    seq     bigint      not null,
    kind    varchar(8)  not null,
    message bigint      not null references message (id),
    login   varchar(64),
    sender  varchar(64),
    sent_at bigint,
    primary key (topic, seq)
);

insert into message_id (last) values (0);

-- What a client sends again under its own id is found here, and not stored twice.
create unique index message_client_id on message (topic, login, client_id) where client_id is not null;

-- The number of the migration that a program must have to use the database.
create table needed_version (
    number integer not null
);

-- An older program would not find the texts.
insert into needed_version (number) values (11);
