-- The language of the page that an account has chosen, as the tag of its message files; null if it has chosen none.
alter table account add column language varchar(35);
