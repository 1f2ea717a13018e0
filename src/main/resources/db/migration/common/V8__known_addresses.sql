-- Where accounts have signed in from, as keyed hashes: guesses from elsewhere do not slow
-- an account down there.
create table known_address (
    account bigint      not null references account (id),
    address varchar(64) not null,
    seen_at bigint      not null,
    primary key (account, address)
);

create table known_address_key (
    id  integer     primary key,
    hex varchar(64) not null
);
