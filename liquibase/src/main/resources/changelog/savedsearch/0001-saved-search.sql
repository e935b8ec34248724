--liquibase formatted sql

--changeset aviso:saved-search
--comment A search that somebody keeps; with a group, all who work there see it. Kept as its address, so that it opens as it was.
create table saved_search (
    tenant_id  uuid not null references tenant,
    id         uuid not null,
    owner_id   uuid not null,
    list       smallint not null,
    name       text not null,
    query      text not null,
    group_id   uuid,
    version    bigint not null default 1,
    created_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, owner_id) references app_user,
    foreign key (tenant_id, group_id) references group_node
);
create index saved_search_owner on saved_search (tenant_id, owner_id);
create index saved_search_group on saved_search (tenant_id, group_id);
select isolate('saved_search');
grant select, insert, update (name, query, group_id, version), delete on saved_search to aviso_app;
