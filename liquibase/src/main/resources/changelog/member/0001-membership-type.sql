--liquibase formatted sql

--changeset aviso:membership-type
create table membership_type (
    tenant_id           uuid not null references tenant,
    id                  uuid not null,
    slug                text collate "C" not null,
    name_sv             text not null,
    name_en             text not null,
    period_rule         smallint not null,
    season_month        smallint not null default 1,
    season_day          smallint not null default 1,
    period_months       smallint not null default 12,
    age_on              smallint not null,
    vat                 smallint not null,
    account             integer not null,
    renewal_kind        smallint not null,
    renewal_days_before smallint not null,
    payment_term_days   smallint not null,
    reminder_after_days smallint not null,
    lapse_after_days    smallint not null,
    version             bigint not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, slug)
);
select isolate('membership_type');
grant select, insert, update on membership_type to aviso_app;

--changeset aviso:price
--comment A price is never changed: a new one is valid from a later day.
create table price (
    tenant_id  uuid not null references tenant,
    type_id    uuid not null,
    group_path text collate "C" not null default '/',
    valid_from date not null,
    min_age    smallint not null,
    max_age    smallint not null,
    amount     bigint not null check (amount >= 0),
    primary key (tenant_id, type_id, group_path, valid_from, min_age),
    foreign key (tenant_id, type_id) references membership_type
);
select isolate('price');
grant select, insert on price to aviso_app;
