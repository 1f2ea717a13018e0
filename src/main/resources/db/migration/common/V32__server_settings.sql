-- The settings of the server that admins have chosen, by their names. Those without a row have their defaults.
create table server_setting (
    name  varchar(64)  primary key,
    value varchar(400) not null
);
