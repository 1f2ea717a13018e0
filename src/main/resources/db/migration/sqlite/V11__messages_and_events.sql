-- What a message looks like now. Its id is never used again, and a later message has a greater one. A message that
-- was deleted has no text; it stays as a tombstone.
create table message (
    id        integer     primary key,
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

alter table event rename to former_event;

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
) without rowid;

insert into message (id, topic, seq, client_id, login, sender, text, headers, sent_at, deleted)
select rowid, topic, seq, client_id, login, sender, text, headers, sent_at, text = ''
from former_event where target is null order by rowid;

insert into message_id (last) select coalesce(max(id), 0) from message;

insert into event (topic, seq, kind, message)
select topic, seq, 'posted', rowid from former_event where target is null order by topic, seq;

insert into event (topic, seq, kind, message, login, sender, sent_at)
select former.topic, former.seq, 'deleted', about.rowid, former.login, former.sender, former.sent_at
from former_event former join former_event about on about.topic = former.topic and about.seq = former.target
order by former.topic, former.seq;

-- A text stands once: what is deleted must not stay in a table that nothing reads.
drop table former_event;

-- What a client sends again under its own id is found here, and not stored twice.
create unique index message_client_id on message (topic, login, client_id) where client_id is not null;

-- An older program would not find the texts.
pragma user_version = 11;
