-- How far an account has read a topic, and what it wants to be told of it: "all", "mentions" or "muted". Without a
-- number it has not read the topic yet.
create table read_mark (
    account   bigint      not null references account (id),
    topic     varchar(64) not null references topic (name),
    seq       bigint,
    level     varchar(8)  not null,
    favourite boolean     not null,
    primary key (account, topic)
);

-- When an account first asked what is new. In a topic that it has not read yet, only later messages are.
create table unread_start (
    account  bigint primary key references account (id),
    began_at bigint not null
);
