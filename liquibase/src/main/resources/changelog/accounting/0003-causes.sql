--liquibase formatted sql

--changeset aviso:causes-of-entries
--comment What an entry came of, where no posting names it: few rows each, beside the many of invoices and payments.
create index credit_movement_entry on credit_movement (tenant_id, entry_id);
create index refund_entry on refund (tenant_id, entry_id);
create index refund_sent_entry on refund (tenant_id, sent_entry_id) where sent_entry_id is not null;
create index write_off_entry on write_off (tenant_id, entry_id);
create index write_off_reversal on write_off (tenant_id, reversal_id) where reversal_id is not null;
create index payout_entry on payout (tenant_id, entry_id) where entry_id is not null;
