-- PostgreSQL gives ids by identity columns since this version; the file of SQLite has one writer, and keeps its counters.
select 1;
