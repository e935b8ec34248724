--liquibase formatted sql

--changeset aviso:refund-file-withdrawn
--comment A file that the bank never had is withdrawn: its refunds may go into another. answered_on: the bank has said something of it, and so has it.
alter table refund_export add column answered_on date;
alter table refund_export add column withdrawn_on date;
alter table refund_export add column withdrawn_by text;
alter table refund_export add constraint refund_export_withdrawn
    check ((withdrawn_on is null) = (withdrawn_by is null) and (withdrawn_on is null or answered_on is null));
grant update (answered_on, withdrawn_on, withdrawn_by) on refund_export to aviso_app;
