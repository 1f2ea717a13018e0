-- The greatest id that each table ever gave. No id is used again, even if its row was deleted, and two writers at a
-- time never get the same one.
create table last_id (
    name varchar(32) primary key,
    last bigint      not null
);

insert into last_id (name, last) select 'account', coalesce(max(id), 0) from account;
insert into last_id (name, last) select 'invite', coalesce(max(id), 0) from invite;
insert into last_id (name, last) select 'access_token', coalesce(max(id), 0) from access_token;
insert into last_id (name, last) select 'sanction', coalesce(max(id), 0) from sanction;
insert into last_id (name, last) select 'audit', coalesce(max(id), 0) from audit;
insert into last_id (name, last) select 'epoch', coalesce(max(number), 0) from epoch;

-- The newest revoked token was kept for its id.
delete from access_token where secret is null;

-- An older program would give ids without counting them here.
pragma user_version = 17;
