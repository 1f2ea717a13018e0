-- Copies of messages that people have reported. Admins see them without topic and seq, which only tell that a person has
-- reported a message before. account is null if a guest sent the message.
create table report (
    id          bigint       primary key,
    topic       varchar(64)  not null references topic (name),
    seq         bigint       not null,
    sender      varchar(64)  not null,
    account     bigint       references account (id),
    text        text         not null,
    sent_at     bigint       not null,
    reporter    bigint       not null references account (id),
    reason      varchar(200) not null,
    reported_at bigint       not null,
    unique (reporter, topic, seq)
);

insert into last_id (name, last) values ('report', 0);
