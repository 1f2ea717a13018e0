-- The number of the edit since which a message mentions this account; null if it has done so since it was posted.
alter table mention add column edit bigint;

-- The number of the event that is told, if it is an edit of the message; null if it is the message itself.
alter table push_message add column edit bigint;
