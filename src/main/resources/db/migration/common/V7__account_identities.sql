-- Who somebody is at an OpenID Connect provider, for accounts that sign in there.
create table account_identity (
    issuer  varchar(255) not null,
    subject varchar(255) not null,
    account bigint       not null references account (id),
    primary key (issuer, subject)
);

create index account_identity_ix1 on account_identity (account);
