-- The name of the guest as it is shown. Nodes of the former version leave it out.
alter table guest_name add column name varchar(200);
