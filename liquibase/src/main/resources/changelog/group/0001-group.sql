--liquibase formatted sql

--changeset aviso:logo
create table logo (
    tenant_id  uuid not null references tenant,
    hash       text collate "C" not null,
    media_type text not null,
    content    bytea not null,
    primary key (tenant_id, hash)
);
select isolate('logo');
grant select, insert on logo to aviso_app;

--changeset aviso:group-node
--comment The tree; path is /00001/00003/ with one segment a level, so that a subtree is a range. Empty fields of the billing identity are inherited.
create table group_node (
    tenant_id           uuid not null references tenant,
    id                  uuid not null,
    parent_id           uuid,
    kind                smallint not null,
    slug                text collate "C" not null,
    name                text not null,
    path                text collate "C" not null,
    children            integer not null default 0,
    organisation_number text collate "C",
    payee_name          text,
    payee_street        text,
    payee_postal_code   text,
    payee_city          text,
    reply_to            text,
    bankgiro            text collate "C",
    plusgiro            text collate "C",
    iban                text collate "C",
    swish               text collate "C",
    vat_number          text,
    template_id         text,
    logo_hash           text collate "C",
    version             bigint not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, slug),
    unique (tenant_id, path),
    foreign key (tenant_id, parent_id) references group_node,
    foreign key (tenant_id, logo_hash) references logo
);
create unique index group_node_bankgiro on group_node (tenant_id, bankgiro) where bankgiro is not null;
create unique index group_node_plusgiro on group_node (tenant_id, plusgiro) where plusgiro is not null;
create index group_node_parent on group_node (tenant_id, parent_id);
select isolate('group_node');
grant select, insert, update on group_node to aviso_app;
