--liquibase formatted sql

--changeset aviso:invoice-by-amount
--comment Few invoices are of one amount: an order that only a look at all of them could find.
create index invoice_by_amount on invoice (tenant_id, total, issued_on, id) include (due_on, kind, occasion, group_id);
