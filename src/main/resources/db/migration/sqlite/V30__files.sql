-- The files of messages. The bytes are outside of the database, under the name in stored_file: their SHA-256 and a
-- random word, so that bytes that are being deleted are never those of a newer file.
create table stored_file (
    name      varchar(80)  primary key,
    hash      varchar(64)  not null unique,
    size      bigint       not null,
    type      varchar(100) not null,
    width     integer,
    height    integer,
    thumbnail varchar(32)
);

-- An uploaded file, which becomes a file of one message. Its owner is an account or a session of a guest.
create table attachment (
    id          varchar(32)  primary key,
    topic       varchar(64)  not null references topic (name),
    owner       varchar(64)  not null,
    name        varchar(255) not null,
    file        varchar(80)  not null references stored_file (name),
    uploaded_at bigint       not null,
    message     bigint       references message (id),
    place       integer
);

create index attachment_message on attachment (message) where message is not null;
create index attachment_unsent on attachment (uploaded_at) where message is null;
create index attachment_file on attachment (file);

-- A reference that is gone: its file may have lost the last one, and then its bytes are deleted.
create table released_file (
    id   varchar(32) primary key,
    file varchar(80) not null
);

-- The bytes that an account, or the guests at an address, have uploaded in a day.
create table upload_day (
    day   bigint      not null,
    payer varchar(64) not null,
    size  bigint      not null,
    primary key (day, payer)
);

-- What readers see of the files of a message, as JSON; null if it has none.
alter table message add column attachments text;

-- An older program would not release the files of a deleted message.
pragma user_version = 30;
