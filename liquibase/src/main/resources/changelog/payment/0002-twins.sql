--liquibase formatted sql

--changeset aviso:payment-likeness
--comment Which format brought a payment, and what another format would tell alike of it (all but the day). Payments that were booked before there was a second format have no likeness and so no twins: only BgMax could bring them.
alter table payment add column format text collate "C" not null default 'BGMAX';
alter table payment alter column format drop default;
alter table payment add column likeness text collate "C";
create index payment_likeness on payment (tenant_id, likeness, booked_on);

--changeset aviso:payment-sighting
--comment A payment told of once more, by another format than brought it; booked once. It answers for one payment of each format.
create table payment_sighting (
    tenant_id    uuid not null references tenant,
    giro         text collate "C" not null,
    bank_key     text collate "C" not null,
    payment_id   uuid not null,
    format       text collate "C" not null,
    bank_file_id uuid not null,
    record       bigint not null,
    byte_offset  bigint not null,
    primary key (tenant_id, giro, bank_key),
    unique (tenant_id, payment_id, format),
    foreign key (tenant_id, payment_id) references payment,
    foreign key (tenant_id, bank_file_id) references bank_file
);
create index payment_sighting_file on payment_sighting (tenant_id, bank_file_id);
select isolate('payment_sighting');
grant select, insert on payment_sighting to aviso_app;

--changeset aviso:bank-file-twins
--comment How many payments of the file another format had brought.
alter table bank_file add column twins integer not null default 0;
