--liquibase formatted sql

--changeset aviso:tenant-is-implied
--comment Each of these rows names a row of its tenant beside the tenant, and the tenant of that row is looked up there: not once more for every row of a bulk.
alter table period drop constraint period_tenant_id_fkey;
alter table invoice drop constraint invoice_tenant_id_fkey;
alter table ocr_reference drop constraint ocr_reference_tenant_id_fkey;
alter table invoice_line drop constraint invoice_line_tenant_id_fkey;
alter table invoice_share drop constraint invoice_share_tenant_id_fkey;
alter table settlement drop constraint settlement_tenant_id_fkey;
alter table offer_answer drop constraint offer_answer_tenant_id_fkey;
alter table ledger_entry drop constraint ledger_entry_tenant_id_fkey;
alter table posting drop constraint posting_tenant_id_fkey;
alter table dispatch drop constraint dispatch_tenant_id_fkey;
alter table run_recipient drop constraint run_recipient_tenant_id_fkey;

--changeset aviso:few-of-many
--comment Few invoices answer an offer and few postings are of a payment: an entry for each that is not is an entry for nothing.
alter table invoice drop constraint invoice_tenant_id_offer_id_key;
create unique index invoice_of_offer on invoice (tenant_id, offer_id) where offer_id is not null;
drop index posting_payment;
create index posting_payment on posting (tenant_id, payment_id) where payment_id is not null;
