--liquibase formatted sql

--changeset aviso:price-use
--comment A price is of a part of the fee (0 own, 1 district, 2 federation, 3 entry, 4 family cap) and for any, first or renewed periods.
alter table price add column part smallint not null default 0;
alter table price add column occasion smallint not null default 0;
alter table price drop constraint price_pkey;
alter table price add primary key (tenant_id, type_id, part, occasion, group_path, valid_from, min_age);

--changeset aviso:charging
--comment Who bills (0 nearest account, 1 federation, 2 own group), whose the fee is (0 the seller's, 1 lines by level, 2 one line), what late sign-ups pay (0 all, 1 by month, 2 rolls over).
alter table membership_type add column billed_by smallint not null default 0;
alter table membership_type add column shares smallint not null default 0;
alter table membership_type add column late_sign_up smallint not null default 0;
alter table membership_type add column rollover_month smallint not null default 1;
alter table membership_type add column rollover_day smallint not null default 1;
alter table membership_type add column priced_by text collate "C";

--changeset aviso:concession
--comment What a membership need not pay, and why. It is ended, never changed: what it has taken off stays explained.
create table concession (
    tenant_id     uuid not null references tenant,
    id            uuid not null,
    membership_id uuid not null,
    kind          smallint not null,
    size          bigint not null check (size >= 0),
    reason        text not null,
    first_day     date not null,
    last_day      date,
    primary key (tenant_id, id),
    foreign key (tenant_id, membership_id) references membership
);
create index concession_membership on concession (tenant_id, membership_id);
select isolate('concession');
grant select, insert, update (last_day) on concession to aviso_app;

--changeset aviso:family
--comment Members with one payer: what falls due for them on one day comes on one invoice. Nobody is in two families.
create table family (
    tenant_id uuid not null references tenant,
    id        uuid not null,
    payer_id  uuid not null,
    version   bigint not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, payer_id),
    foreign key (tenant_id, payer_id) references member
);
select isolate('family');
grant select, insert, update, delete on family to aviso_app;

create table family_member (
    tenant_id uuid not null references tenant,
    member_id uuid not null,
    family_id uuid not null,
    primary key (tenant_id, member_id),
    foreign key (tenant_id, member_id) references member,
    foreign key (tenant_id, family_id) references family
);
create index family_member_family on family_member (tenant_id, family_id);
select isolate('family_member');
grant select, insert, delete on family_member to aviso_app;
