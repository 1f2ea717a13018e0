-- The accounts from which an account wants no direct messages.
create table block (
    account    bigint not null references account (id),
    blocked    bigint not null references account (id),
    created_at bigint not null,
    primary key (account, blocked)
);

create index block_blocked on block (blocked);
