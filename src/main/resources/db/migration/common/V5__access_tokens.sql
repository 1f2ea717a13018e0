-- What programs sign in with. Only the hash of the secret is kept, and none once the token was taken back:
-- the newest row stays even then, so that no number is given twice.
create table access_token (
    id         bigint       primary key,
    account    bigint       not null references account (id),
    epoch      bigint       not null,
    name       varchar(64)  not null,
    secret     varchar(64)  unique,
    created_at bigint       not null,
    expires_at bigint       not null
);

create index access_token_ix1 on access_token (account);
