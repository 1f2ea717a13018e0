-- The words of messages, made by the tokeniser of Hubbub. The index keeps no text: rowid is the id of a message, and
-- words are its tokens and filters. A row is removed with exactly the words with which it was added.
create virtual table search_text using fts5 (words, content = '', tokenize = "ascii tokenchars '#@+'");

-- What is removed leaves the file, not only the results.
insert into search_text (search_text, rank) values ('secure-delete', 1);

-- The tokeniser that made the index; if it is another one, the index is made anew.
create table search_index (
    stamp varchar(64) not null
);

insert into search_index (stamp) values ('');

-- An older program would not remove the words of an erased text.
pragma user_version = 27;
