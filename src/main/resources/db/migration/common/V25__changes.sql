-- What has changed in the store that the nodes of a cluster keep in memory, in the order of the commits. A single server
-- writes nothing here.
create table change (
    id   bigint       not null primary key,
    kind varchar(200) not null,
    key  text         not null,
    at   bigint       not null
);

-- The number of the newest change. Its row is locked until the commit, so that a greater number is never visible before
-- a smaller one.
create table change_counter (
    number bigint not null
);

insert into change_counter (number) values (0);
