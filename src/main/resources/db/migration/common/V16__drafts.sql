-- The unsent texts of accounts, one for each topic. They are deleted when they are sent, and with the account.
create table draft (
    account  bigint      not null references account (id),
    topic    varchar(64) not null,
    text     text        not null,
    saved_at bigint      not null,
    primary key (account, topic)
);
