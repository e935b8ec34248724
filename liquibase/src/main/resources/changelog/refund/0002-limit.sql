--liquibase formatted sql

--changeset aviso:refund-limit-from-the-next-day
--comment A lower limit holds at once, a higher one from the day after set_on; before: what held when it was set. One of before this change holds as it is.
alter table refund_limit add column before bigint;
alter table refund_limit add column set_on date;
alter table refund_limit add constraint refund_limit_set check ((before is null) = (set_on is null) and before >= 0);

--changeset aviso:refund-account
--comment What one person has paid back lately to the same account is added up.
create index refund_account on refund (tenant_id, account, proposed_on) where approved_by is null;
