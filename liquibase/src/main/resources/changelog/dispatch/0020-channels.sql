--liquibase formatted sql

--changeset aviso:channels
--comment How a tenant reaches people: which channels, in which order, what each may cost, and what its provider must be told.
create table channel_setting (
    tenant_id      uuid not null references tenant,
    channel        smallint not null,
    active         boolean not null,
    place          smallint not null,
    patience_hours integer,
    monthly_cap    bigint,
    per_minute     integer,
    version        bigint not null,
    primary key (tenant_id, channel)
);
select isolate('channel_setting');
grant select, insert, update on channel_setting to aviso_app;

create table channel_value (
    tenant_id uuid not null references tenant,
    channel   smallint not null,
    name      text collate "C" not null,
    value     text,
    sealed    bytea,
    primary key (tenant_id, channel, name),
    check ((value is null) <> (sealed is null))
);
select isolate('channel_value');
grant select, insert, update, delete on channel_value to aviso_app;

--changeset aviso:channel-pace
--comment How much of a channel's pace is left; the row's lock also keeps two workers from spending the same money.
create table channel_pace (
    tenant_id   uuid not null references tenant,
    channel     smallint not null,
    thousandths bigint not null,
    at          timestamptz not null,
    primary key (tenant_id, channel)
);
select isolate('channel_pace');
grant select, insert, update on channel_pace to aviso_app;

--changeset aviso:dispatch-cost
--comment What a hand-over cost and when it was; from which dispatch one follows that failed; whether one was followed.
alter table dispatch
    add column cost bigint,
    add column sent_at timestamptz,
    add column after_id uuid,
    add column followed boolean not null default false;
create index dispatch_cost on dispatch (tenant_id, channel, sent_at) include (cost) where cost > 0;
create index dispatch_lost on dispatch (tenant_id, state) where state in (5, 6) and not followed;
create index dispatch_silent on dispatch (tenant_id, channel, sent_at) where state = 3 and not followed and channel >= 2;

--changeset aviso:member-phone
--comment The mobile telephone that texts go to, as the world dials it.
alter table member add column phone text;
