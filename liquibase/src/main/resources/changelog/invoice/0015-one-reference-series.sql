--liquibase formatted sql

--changeset aviso:references-of-a-tenant
--comment References come of one series of the tenant, so that the same digits are never two documents', whichever number they are paid to: payers keep an old number and write the new reference. It goes on above all that were drawn under any number.
create table reference_series (
    tenant_id uuid not null references tenant,
    next      bigint not null,
    primary key (tenant_id)
);
alter table ocr_series no force row level security;
insert into reference_series (tenant_id, next) select tenant_id, max(next) from ocr_series group by tenant_id;
alter table ocr_series force row level security;
select isolate('reference_series');
grant select, insert, update on reference_series to aviso_app;

--changeset aviso:asked-giro
--comment The numbers under which money was ever asked for.
alter table ocr_series rename to asked_giro;
alter table asked_giro drop column next;
revoke update on asked_giro from aviso_app;
