--liquibase formatted sql

--changeset aviso:product
--comment A group's products; groups below have them too, but for the numbers that they have themselves. An invoice keeps what it said, so a product may change.
create table product (
    tenant_id  uuid not null references tenant,
    id         uuid not null,
    group_id   uuid not null,
    number     text collate "C" not null,
    name_sv    text not null,
    name_en    text not null,
    measure    text not null default '',
    price      bigint not null check (price >= 0),
    vat        smallint not null,
    exemption  text,
    account    integer not null,
    valid_from date not null,
    valid_to   date,
    version    bigint not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, group_id, number),
    foreign key (tenant_id, group_id) references group_node,
    check ((vat = 4) = (exemption is not null)),
    check (valid_to >= valid_from)
);
create index product_number on product (tenant_id, number, id);
select isolate('product');
grant select, insert, update on product to aviso_app;
