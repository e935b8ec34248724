--liquibase formatted sql

--changeset aviso:tenant-is-implied-by-payments
--comment Keys that another key of the same row holds already: file, payment and entry are of a tenant that exists.
alter table payment drop constraint payment_tenant_id_fkey;
alter table payment_state drop constraint payment_state_tenant_id_fkey;
alter table payment_reference drop constraint payment_reference_tenant_id_fkey;
alter table allocation drop constraint allocation_tenant_id_fkey;
alter table membership drop constraint membership_tenant_id_fkey;
