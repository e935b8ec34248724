--liquibase formatted sql

--changeset aviso:recalled-reminder
--comment A reminder that was taken back with its run. It counts no more as one, but what was said to whom is kept. recall: 1 for the first of its level, 2 for the next that was taken back. credited: what had been claimed with it.
create table recalled_reminder (
    tenant_id   uuid not null references tenant,
    invoice_id  uuid not null,
    level       smallint not null,
    recall      smallint not null check (recall > 0),
    run_id      uuid not null,
    issued_on   date not null,
    open        bigint not null,
    text        text not null,
    fee         bigint not null,
    interest    bigint not null,
    credited    bigint not null check (credited >= 0),
    recalled_on date not null,
    primary key (tenant_id, invoice_id, level, recall),
    foreign key (tenant_id, invoice_id) references invoice,
    foreign key (tenant_id, run_id) references run
);
create index recalled_reminder_run on recalled_reminder (tenant_id, run_id);
select isolate('recalled_reminder');
grant select, insert on recalled_reminder to aviso_app;
grant delete on reminder to aviso_app;

--changeset aviso:recalled-charge
--comment The claim of a reminder that was taken back stands as credited; the next reminder of the same level may claim anew. recall: 0 for what stands, else the reminder's.
alter table dunning_charge add column recall smallint not null default 0;
alter table dunning_charge drop constraint dunning_charge_tenant_id_principal_id_level_key;
alter table dunning_charge add constraint dunning_charge_once unique (tenant_id, principal_id, level, recall);
grant update (recall) on dunning_charge to aviso_app;

--changeset aviso:recalled-dispatch
--comment Of a reminder that was taken back another of its level may follow. recall: 0 for what stands; else that of the reminder that was taken back, as also on the notice of it (document 3).
alter table dispatch add column recall smallint not null default 0;
alter table dispatch drop constraint dispatch_tenant_id_invoice_id_document_level_channel_key;
alter table dispatch add constraint dispatch_once unique (tenant_id, invoice_id, document, level, channel, recall);

--changeset aviso:reminder-run
--comment What a run has reminded of is counted, and taken back.
create index reminder_run on reminder (tenant_id, run_id) where run_id is not null;
