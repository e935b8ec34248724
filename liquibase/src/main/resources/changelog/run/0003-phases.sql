--liquibase formatted sql

--changeset aviso:run-phases
--comment phase: 0 preview, 1 work, 2 recall. The chunk last committed in the phase stands in at_chunk; dispatches wait until hold_until.
alter table run
    add column phase      smallint not null default 1 check (phase between 0 and 2),
    add column at_chunk   integer not null default -1,
    add column foreseen   integer not null default 0,
    add column recalled   integer not null default 0,
    add column by_itself  boolean not null default false,
    add column hold_until timestamptz,
    add column recall_reason text;

--changeset aviso:run-forecast
--comment What a preview found for each recipient, so that what came can be compared with it. verdict: 0 blocked, 1 comes, 2 passed over.
create table run_forecast (
    tenant_id  uuid not null references tenant,
    run_id     uuid not null,
    subject_id uuid not null,
    verdict    smallint not null check (verdict between 0 and 2),
    reason     text,
    paper      smallint,
    channel    smallint,
    amount     bigint not null default 0,
    primary key (tenant_id, run_id, subject_id),
    foreign key (tenant_id, run_id, subject_id) references run_recipient
);
create index run_forecast_verdict on run_forecast (tenant_id, run_id, verdict, subject_id);
select isolate('run_forecast');
grant select, insert, delete on run_forecast to aviso_app;

--changeset aviso:run-recipient-superseded
--comment A proposal that a newer one replaces lets go of its recipients: nothing was done for any of them.
grant delete on run_recipient to aviso_app;

--changeset aviso:run-setting
--comment How runs of the tenant go: when the day's work begins (minutes after midnight), how long dispatches wait.
create table run_setting (
    tenant_id    uuid not null references tenant,
    start_minute smallint not null check (start_minute between 0 and 1439),
    hold_minutes integer not null check (hold_minutes between 0 and 10080),
    version      bigint not null default 1,
    primary key (tenant_id)
);
select isolate('run_setting');
grant select, insert, update on run_setting to aviso_app;

create table daily_mode (
    tenant_id uuid not null references tenant,
    work      smallint not null,
    mode      smallint not null,
    primary key (tenant_id, work)
);
select isolate('daily_mode');
grant select, insert, update on daily_mode to aviso_app;

create table channel_cost (
    tenant_id uuid not null references tenant,
    channel   smallint not null,
    cost      bigint not null check (cost >= 0),
    primary key (tenant_id, channel)
);
select isolate('channel_cost');
grant select, insert, update on channel_cost to aviso_app;

--changeset aviso:daily-claim
--comment Whoever adds a day's row does the day's work, once, on whichever node.
create table daily_claim (
    tenant_id  uuid not null references tenant,
    day        date not null,
    claimed_at timestamptz not null,
    primary key (tenant_id, day)
);
select isolate('daily_claim');
grant select, insert on daily_claim to aviso_app;
