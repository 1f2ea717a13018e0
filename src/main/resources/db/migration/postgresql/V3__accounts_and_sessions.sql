-- Who may sign in. The row outlives its account, so that no number ever means two people;
-- name_key and password are null then, and name is what their messages stand under.
create table account (
    id         bigint       primary key,
    name       varchar(64)  not null,
    name_key   varchar(200) unique,
    role       varchar(16)  not null,
    password   varchar(200),
    epoch      bigint       not null default 0,
    created_at bigint       not null,
    deleted_at bigint
);

-- What the names of accounts look like: no two people may be mistaken for each other.
create table account_look (
    look    varchar(200) primary key,
    account bigint       not null references account (id)
);

-- A link that makes one account. Nobody created the one of the first admin.
create table invite (
    id         bigint       primary key,
    secret     varchar(64)  not null unique,
    role       varchar(16)  not null,
    created_by bigint       references account (id),
    created_at bigint       not null,
    expires_at bigint       not null,
    used_by    bigint       references account (id)
);

-- The browsers' sessions, as Spring Session wants them.
create table spring_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval integer  not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);

create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36)     not null references spring_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
