-- What programs post with: the hash of its secret, the topic, the name in its messages, and the account that made it.
create table incoming_hook (
    id         bigint      primary key,
    topic      varchar(64) not null references topic (name),
    account    bigint      not null references account (id),
    name       varchar(64) not null,
    secret     varchar(64) not null unique,
    created_at bigint      not null
);

create index incoming_hook_topic on incoming_hook (topic);

create index incoming_hook_account on incoming_hook (account);

insert into last_id (name, last) values ('incoming_hook', 0);

-- Where the events of a topic are sent, with the key of the signatures and a cursor: the number of the last event that was
-- delivered. failing_since is the time of the first attempt that failed since then, off_at that of the end of all attempts.
create table outgoing_hook (
    id            bigint        primary key,
    topic         varchar(64)   not null references topic (name),
    account       bigint        not null references account (id),
    address       varchar(2000) not null,
    secret        varchar(64)   not null,
    created_at    bigint        not null,
    seq           bigint        not null,
    fault         varchar(64),
    failing_since bigint,
    off_at        bigint
);

create index outgoing_hook_topic on outgoing_hook (topic);

create index outgoing_hook_account on outgoing_hook (account);

insert into last_id (name, last) values ('outgoing_hook', 0);
