-- The nodes of a cluster, with the time in ms at which each has last shown that it lives.
create table cluster_node (
    id      varchar(64) not null primary key,
    seen_at bigint      not null
);

-- The names of the guests who are on any node, by their skeletons. Those of a node that is not seen any more are free.
create table guest_name (
    look   varchar(200) not null primary key,
    holder varchar(200) not null,
    node   varchar(64)  not null
);

create index guest_name_node on guest_name (node);

-- The last number that was given to a guest without a name.
create table guest_number (
    last bigint not null
);

insert into guest_number (last) values (0);

-- The node that runs a follower of the log, until the time in ms. The number grows with each holder, so that a former
-- one that was held up cannot move the cursors.
create table follower_lease (
    follower varchar(64) not null primary key,
    node     varchar(64) not null,
    fence    bigint      not null,
    until    bigint      not null
);

-- What nodes tell each other without a bus. It is worth nothing after a crash.
create table node_message (
    node   varchar(64)  not null,
    number bigint       not null,
    kind   varchar(250) not null,
    body   blob         not null,
    at     bigint       not null,
    primary key (node, number)
);
