-- A webhook that tells the mentions of an account in every topic has topic and seq of the last event that was delivered or
-- left out. token is the access token that it ends with; null if somebody with a password has made it.
alter table outgoing_hook add column everywhere boolean not null default false;

alter table outgoing_hook add column token bigint;

-- How far such a webhook has come in each topic. Without a row, it has come to no event of the topic.
create table outgoing_hook_cursor (
    hook  bigint      not null references outgoing_hook (id),
    topic varchar(64) not null references topic (name),
    seq   bigint      not null,
    primary key (hook, topic)
);

-- The mentions of an account in a topic, in the order of the events since which they are there.
drop index mention_account;

create index mention_account on mention (account, topic, coalesce(edit, seq)) where account is not null;
