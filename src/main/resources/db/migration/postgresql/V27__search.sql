-- The words of messages, made by the tokeniser of Hubbub: the id of a message, and its tokens and filters.
create table search_text (
    id    bigint   primary key,
    words tsvector not null
);

-- Without the list of pending entries, which would make some commits of messages wait.
create index search_text_words on search_text using gin (words) with (fastupdate = off);

-- The tokeniser that made the index; if it is another one, the index is made anew.
create table search_index (
    stamp varchar(64) not null
);

insert into search_index (stamp) values ('');

-- An older program would not remove the words of an erased text.
update needed_version set number = 27;
