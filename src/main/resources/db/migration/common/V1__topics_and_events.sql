-- A topic's row counts its events: head is the number of the newest.
create table topic (
    name        varchar(64)  primary key,
    title       varchar(80)  not null,
    description varchar(250) not null,
    head        bigint       not null default 0,
    created_at  bigint       not null
);

create table event (
    topic     varchar(64) not null references topic (name),
    seq       bigint      not null,
    client_id varchar(64),
    login     varchar(64) not null,
    sender    varchar(64) not null,
    text      text        not null,
    sent_at   bigint      not null,
    primary key (topic, seq)
);

-- What a client sends again under its own id is found here, and not stored twice.
create unique index event_client_id on event (topic, login, client_id) where client_id is not null;
