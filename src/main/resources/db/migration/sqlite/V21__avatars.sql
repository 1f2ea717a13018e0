-- The pictures of accounts, at most one each. An address belongs to one picture for ever. A deletion of the account
-- deletes its picture.
create table avatar (
    account    bigint      primary key references account (id),
    address    varchar(32) not null unique,
    type       varchar(32) not null,
    image      blob        not null,
    changed_at bigint      not null
);
