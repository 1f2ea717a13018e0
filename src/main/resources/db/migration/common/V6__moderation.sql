-- The event that an event of the kind "deleted" is about; null for a message. A message that was deleted has no text.
alter table event add column target bigint;

-- Who is muted or banned: an account, or a guest by name and address; on the whole server where topic is null. Rows
-- outlive their time, so that no number ever means two of them.
create table sanction (
    id         bigint        primary key,
    kind       varchar(8)    not null,
    topic      varchar(64)   references topic (name),
    account    bigint        references account (id),
    name       varchar(64)   not null,
    addresses  varchar(1000) not null,
    created_by varchar(64)   not null,
    reason     varchar(200)  not null,
    created_at bigint        not null,
    ends_at    bigint,
    lifted_at  bigint
);

-- What was done, for admins to read. Names are as they were then, and no row is ever changed.
create table audit (
    id      bigint       primary key,
    done_at bigint       not null,
    actor   varchar(64),
    act     varchar(64)  not null,
    topic   varchar(64),
    subject varchar(64),
    detail  varchar(2000) not null
);
