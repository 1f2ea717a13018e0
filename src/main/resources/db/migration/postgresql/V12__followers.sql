-- How far each follower of the log has stored what it makes of a topic's events. A follower without a row for a topic
-- has stored nothing of it.
create table follower_cursor (
    follower varchar(64) not null,
    topic    varchar(64) not null references topic (name),
    seq      bigint      not null,
    primary key (follower, topic)
);

-- The messages that were ever posted, counted by a follower. Today's are counted here.
create table posted_count (
    total bigint not null
);

insert into posted_count (total) select count(*) from event where kind = 'posted';

insert into follower_cursor (follower, topic, seq) select 'posted-count', name, head from topic where head > 0;
