--liquibase formatted sql

--changeset aviso:plugin-choice
--comment What a tenant has decided of a plugin: for all its groups, or for one and those below it. Settings stand as they are; secrets are sealed by the master key for this row. Taking the plugin away leaves the row.
create table plugin_choice (
    tenant_id  uuid not null references tenant,
    id         uuid not null,
    plugin     text collate "C" not null,
    group_id   uuid,
    turned_on  boolean not null,
    settings   jsonb not null,
    master     text,
    secrets    bytea,
    version    bigint not null default 0,
    changed_at timestamptz not null,
    changed_by text not null,
    primary key (tenant_id, id),
    unique nulls not distinct (tenant_id, plugin, group_id),
    foreign key (tenant_id, group_id) references group_node,
    check ((master is null) = (secrets is null))
);
select isolate('plugin_choice');
grant select, insert on plugin_choice to aviso_app;
grant update (turned_on, settings, master, secrets, version, changed_at, changed_by) on plugin_choice to aviso_app;
