-- Each start begins an epoch. Its id is random, so that a store that was set back goes on under other ids.
create table epoch (
    number   bigint      primary key,
    id       varchar(64) not null unique,
    begun_at bigint      not null
);

-- How far a topic had come when an epoch began; only where that was further than when the last one with a row began.
create table epoch_head (
    topic varchar(64) not null references topic (name),
    epoch bigint      not null,
    head  bigint      not null,
    primary key (topic, epoch)
);
