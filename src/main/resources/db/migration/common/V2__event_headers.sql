-- The sender's own headers, a line each as STOMP 1.2 writes them; null for none.
alter table event add column headers text;
