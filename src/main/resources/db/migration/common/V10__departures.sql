-- The name of an account that is deleted while its messages may still stand under it; null once all is done.
alter table account add column leaving varchar(64);
