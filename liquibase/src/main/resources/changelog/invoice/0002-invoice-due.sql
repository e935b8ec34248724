--liquibase formatted sql

--changeset aviso:invoice-due
--comment Lists ask for what falls due between two days; without it each such list reads all invoices of the tenant.
create index invoice_due on invoice (tenant_id, due_on);
