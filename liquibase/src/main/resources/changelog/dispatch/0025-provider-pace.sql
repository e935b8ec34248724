--liquibase formatted sql

--changeset aviso:provider-pace
--comment How much of a provider's pace is left for the whole installation, so that all nodes and tenants count together. It names no tenant: an account or endpoint is everybody's who sends by it.
create table provider_pace (
    provider    text collate "C" primary key,
    thousandths bigint not null,
    at          timestamptz not null
);
grant select, insert, update on provider_pace to aviso_app;
