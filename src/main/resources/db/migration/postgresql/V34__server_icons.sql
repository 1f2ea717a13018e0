-- The icon of the server in several forms. The setting "icon" names the address that counts.
create table server_icon (
    address varchar(32) not null,
    form    varchar(16) not null,
    image   bytea not null,
    primary key (address, form)
);
