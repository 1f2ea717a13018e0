-- The people whom a message mentions, in the order of its text. account is null for a guest; name is the present name, and
-- written the name as the text has it, if it is another one. @here is a row of its own, with neither account nor name; the
-- accounts that only @here means have rows with neither name nor written. Each account has one row for a message.
create table mention (
    topic   varchar(64) not null references topic (name),
    seq     bigint      not null,
    place   integer     not null,
    account bigint,
    name    varchar(64),
    written varchar(256),
    primary key (topic, seq, place)
) without rowid;

create index mention_account on mention (account, topic, seq) where account is not null;

-- An older program would not erase them with their message.
pragma user_version = 18;
