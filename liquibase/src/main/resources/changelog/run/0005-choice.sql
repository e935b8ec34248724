--liquibase formatted sql

--changeset aviso:run-choice
--comment Which memberships of the subtree were chosen when the recipients were frozen: of some types (none: any), joined in some days.
alter table run
    add column type_ids    uuid[],
    add column joined_from date,
    add column joined_to   date,
    add constraint run_joined check (joined_from <= joined_to);
