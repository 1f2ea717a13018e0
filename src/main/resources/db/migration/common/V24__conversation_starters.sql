-- The account that has created a conversation, also after all see it. An account can start a limited number of them.
alter table conversation add column starter bigint;

update conversation set starter = opener;

create index conversation_starter on conversation (starter);
