-- The keys of this server towards push services.
create table push_key (
    id          bigint       primary key,
    public_key  varchar(100) not null,
    private_key varchar(100) not null
);

-- The browsers that want notices. id is a hash of the endpoint; epoch is that of the account when the browser subscribed.
create table push_subscription (
    id         varchar(64)   primary key,
    account    bigint        not null references account (id),
    epoch      bigint        not null,
    endpoint   varchar(2000) not null,
    public_key varchar(100)  not null,
    secret     varchar(100)  not null,
    language   varchar(16)   not null,
    page       varchar(300)  not null,
    renewed_at bigint        not null
);

create index push_subscription_account on push_subscription (account);

-- The message that waits for a browser, the newest of each topic.
create table push_message (
    subscription varchar(64) not null references push_subscription (id),
    topic        varchar(64) not null references topic (name),
    seq          bigint      not null,
    due_at       bigint      not null,
    expires_at   bigint      not null,
    attempts     bigint      not null,
    primary key (subscription, topic)
);

create index push_message_due on push_message (due_at);
