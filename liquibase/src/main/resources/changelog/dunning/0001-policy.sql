--liquibase formatted sql

--changeset aviso:dunning-policy
--comment How unpaid documents are reminded of: one for each membership type, and one without a type for one-off invoices. A type without a row is reminded of by its own columns.
create table dunning_policy (
    tenant_id              uuid not null references tenant,
    id                     uuid not null,
    type_id                uuid,
    offer_lapse_after_days integer not null,
    claim_lapse_after_days integer,
    reminds_offers         boolean not null,
    version                bigint not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, type_id),
    foreign key (tenant_id, type_id) references membership_type
);
create unique index dunning_policy_of_others on dunning_policy (tenant_id) where type_id is null;
select isolate('dunning_policy');
grant select, insert, update on dunning_policy to aviso_app;

create table dunning_level (
    tenant_id  uuid not null references tenant,
    policy_id  uuid not null,
    level      smallint not null,
    after_days integer not null,
    text_sv    text not null,
    text_en    text not null,
    fee        bigint not null check (fee between 0 and 6000),
    interest   boolean not null,
    channel    smallint,
    primary key (tenant_id, policy_id, level),
    foreign key (tenant_id, policy_id) references dunning_policy
);
select isolate('dunning_level');
grant select, insert, delete on dunning_level to aviso_app;

--changeset aviso:dunning-agreement
--comment What the terms say of late payment, from a day on; never changed. A claim is bound by the newest that held on its issue day and had been written down before it was issued, so the claim keeps its agreement for good.
create table dunning_agreement (
    tenant_id      uuid not null references tenant,
    id             uuid not null,
    type_id        uuid,
    from_day       date not null,
    text_sv        text not null,
    text_en        text not null,
    fee            bigint not null check (fee between 0 and 6000),
    due_day_agreed boolean not null,
    own_rate       integer check (own_rate >= 0),
    recorded_at    timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, type_id) references membership_type
);
create index dunning_agreement_type on dunning_agreement (tenant_id, type_id, from_day);
select isolate('dunning_agreement');
grant select, insert on dunning_agreement to aviso_app;

--changeset aviso:reference-rate
--comment The reference rate of Sveriges riksbank by half year (räntelagen 1975:635, 9 §), in basis points; the installation's, no tenant's. An operator adds the next one.
create table reference_rate (
    from_day date primary key check (extract(day from from_day) = 1 and extract(month from from_day) in (1, 7)),
    points   integer not null check (points between -1000 and 10000),
    source   text not null
);
grant select, insert on reference_rate to aviso_app;

--changeset aviso:reference-rate-published
--comment As published; the source stands with each row. What was decided later is added by an operator: a rate that is not known is never guessed.
insert into reference_rate (from_day, points, source)
select v.from_day::date, v.points, 'https://www.riksbank.se/sv/statistik/sok-rantor--valutakurser/referensranta/ (2023-07-03)'
from (values ('2002-07-01', 450), ('2003-01-01', 400), ('2003-07-01', 300), ('2004-01-01', 300), ('2004-07-01', 200),
    ('2005-01-01', 200), ('2005-07-01', 150), ('2006-01-01', 150), ('2006-07-01', 250), ('2007-01-01', 300),
    ('2007-07-01', 350), ('2008-01-01', 400), ('2008-07-01', 450), ('2009-01-01', 200), ('2009-07-01', 50),
    ('2010-01-01', 50), ('2010-07-01', 50), ('2011-01-01', 150), ('2011-07-01', 200), ('2012-01-01', 200),
    ('2012-07-01', 150), ('2013-01-01', 100), ('2013-07-01', 100), ('2014-01-01', 100), ('2014-07-01', 100),
    ('2015-01-01', 0), ('2015-07-01', 0), ('2016-01-01', 0), ('2016-07-01', -50), ('2017-01-01', -50),
    ('2017-07-01', -50), ('2018-01-01', -50), ('2018-07-01', -50), ('2019-01-01', -50), ('2019-07-01', 0),
    ('2020-01-01', 0), ('2020-07-01', 0), ('2021-01-01', 0), ('2021-07-01', 0), ('2022-01-01', 0),
    ('2022-07-01', 50), ('2023-01-01', 250), ('2023-07-01', 350)) v(from_day, points);
insert into reference_rate (from_day, points, source) values
    ('2024-01-01', 400, 'https://www.capway.se/2024/01/02/referensrantan-faststalld-till-400/');

--changeset aviso:dunning-stop
--comment Nothing is reminded of while a stop holds: of one invoice, or of all that a member is to pay. Lifted, never deleted.
create table dunning_stop (
    tenant_id  uuid not null references tenant,
    id         uuid not null,
    invoice_id uuid,
    member_id  uuid,
    until      date,
    note       text not null,
    made_on    date not null,
    lifted_on  date,
    primary key (tenant_id, id),
    foreign key (tenant_id, invoice_id) references invoice,
    foreign key (tenant_id, member_id) references member,
    check ((invoice_id is null) <> (member_id is null))
);
create index dunning_stop_invoice on dunning_stop (tenant_id, invoice_id) where invoice_id is not null;
create index dunning_stop_member on dunning_stop (tenant_id, member_id) where member_id is not null;
select isolate('dunning_stop');
grant select, insert, update (lifted_on) on dunning_stop to aviso_app;

--changeset aviso:dunning-charge
--comment A claim of its own for fee and interest of a reminder; principal_id is the claim that was late, whose reference it shares.
create table dunning_charge (
    tenant_id     uuid not null references tenant,
    invoice_id    uuid not null,
    principal_id  uuid not null,
    level         smallint not null,
    fee           bigint not null,
    interest      bigint not null,
    interest_from date,
    interest_to   date,
    agreement_id  uuid,
    primary key (tenant_id, invoice_id),
    unique (tenant_id, principal_id, level),
    foreign key (tenant_id, invoice_id) references invoice,
    foreign key (tenant_id, principal_id) references invoice,
    foreign key (tenant_id, agreement_id) references dunning_agreement,
    check (fee >= 0 and interest >= 0 and fee + interest > 0)
);
select isolate('dunning_charge');
grant select, insert on dunning_charge to aviso_app;

--changeset aviso:reminder-says
--comment What a reminder said: its words, what it asked for beside the claim, whether it demanded interest, and why fee or interest were left out.
alter table reminder add column text text not null default '';
alter table reminder add column fee bigint not null default 0;
alter table reminder add column interest bigint not null default 0;
alter table reminder add column demands_interest boolean not null default false;
alter table reminder add column refused text not null default '';

--changeset aviso:write-off
--comment A bad debt that was given up; taken back when it is paid after all. settlement.written_off is the part of credited that is no credit note.
create table write_off (
    tenant_id       uuid not null references tenant,
    id              uuid not null,
    invoice_id      uuid not null,
    amount          bigint not null check (amount > 0),
    tax             bigint not null check (tax >= 0),
    reason          text not null,
    written_on      date not null,
    entry_id        uuid not null,
    taken_back_on   date,
    reversal_id     uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id, invoice_id) references invoice,
    foreign key (tenant_id, entry_id) references ledger_entry,
    foreign key (tenant_id, reversal_id) references ledger_entry,
    check ((taken_back_on is null) = (reversal_id is null))
);
create index write_off_invoice on write_off (tenant_id, invoice_id);
select isolate('write_off');
grant select, insert, update (taken_back_on, reversal_id) on write_off to aviso_app;
alter table settlement add column written_off bigint not null default 0;

--changeset aviso:collector-export
--comment The files that went to a collector, kept as they were sent.
create table collector_export (
    tenant_id       uuid not null references tenant,
    id              uuid not null,
    seller_group_id uuid not null,
    format          smallint not null,
    made_on         date not null,
    made_by         text not null,
    invoices        integer not null,
    total           bigint not null,
    sha256          text collate "C" not null,
    content         bytea not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, seller_group_id) references group_node
);
create index collector_export_seller on collector_export (tenant_id, seller_group_id);
select isolate('collector_export');
grant select, insert on collector_export to aviso_app;

create table collector_case (
    tenant_id     uuid not null references tenant,
    export_id     uuid not null,
    invoice_id    uuid not null,
    open          bigint not null,
    taken_back_on date,
    note          text not null default '',
    primary key (tenant_id, export_id, invoice_id),
    foreign key (tenant_id, export_id) references collector_export,
    foreign key (tenant_id, invoice_id) references invoice
);
create unique index collector_case_with on collector_case (tenant_id, invoice_id) where taken_back_on is null;
select isolate('collector_case');
grant select, insert, update (taken_back_on, note) on collector_case to aviso_app;
