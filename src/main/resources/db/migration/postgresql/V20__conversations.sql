-- The conversations between a few accounts. Each has a topic with the access "direct", whose members are its people.
-- people has their numbers in order, so that the same people find the same conversation; it is null since somebody has
-- left. Only the opener sees an empty conversation; opener is null if all see it.
create table conversation (
    topic  varchar(64) primary key references topic (name),
    people varchar(200) unique,
    opener bigint references account (id)
);

create index conversation_opener on conversation (opener);

-- The people who have left a conversation.
create table conversation_left (
    topic   varchar(64) not null references topic (name),
    account bigint      not null references account (id),
    primary key (topic, account)
);

-- The topics of an account are found by the account.
create index topic_member_account on topic_member (account);

-- An older program does not know the access "direct".
update needed_version set number = 20;
