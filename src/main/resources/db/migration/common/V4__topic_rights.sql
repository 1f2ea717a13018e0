-- Who may read a topic: open (everybody), members (who has an account) or private (who was invited).
alter table topic add column access varchar(8) not null default 'open';

-- Whether only its moderators post.
alter table topic add column announcements boolean not null default false;

-- Who was invited to a topic, and who looks after it. The row of an account outlives it, this one does not.
create table topic_member (
    topic     varchar(64) not null references topic (name),
    account   bigint      not null references account (id),
    moderator boolean     not null,
    primary key (topic, account)
);
