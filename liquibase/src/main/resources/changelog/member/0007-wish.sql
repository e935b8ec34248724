--liquibase formatted sql

--changeset aviso:member-wish
--comment The channel that a member has wished; none follows the tenant's order of channels, also when that changes. What stood here before stays a wish: nobody can tell it from what was filled in for want of one.
alter table member alter column channel drop not null;
