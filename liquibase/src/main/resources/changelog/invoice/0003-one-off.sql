--liquibase formatted sql

--changeset aviso:invoice-line-content
--comment What is counted, and why no VAT is charged: an invoice says both.
alter table invoice_line add column measure text not null default '';
alter table invoice_line add column exemption text;

--changeset aviso:draft-batch
--comment Drafts that were written together, from a selection (0) or a list (1); once issued, by the run of the same id.
create table draft_batch (
    tenant_id  uuid not null references tenant,
    id         uuid not null,
    group_id   uuid not null,
    source     smallint not null,
    drafts     integer not null,
    issued     boolean not null default false,
    created_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, group_id) references group_node
);
select isolate('draft_batch');
grant select, insert, update, delete on draft_batch to aviso_app;

--changeset aviso:invoice-draft
--comment An invoice that is being written; lines as they were written, priced anew each time. Issuing takes the draft away and gives its id to the invoice.
create table invoice_draft (
    tenant_id  uuid not null references tenant,
    id         uuid not null,
    batch_id   uuid,
    group_id   uuid not null,
    member_id  uuid not null,
    due_on     date,
    lines      jsonb not null,
    version    bigint not null default 1,
    changed_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, batch_id) references draft_batch on delete cascade,
    foreign key (tenant_id, group_id) references group_node,
    foreign key (tenant_id, member_id) references member
);
create index invoice_draft_batch on invoice_draft (tenant_id, batch_id, id);
create index invoice_draft_member on invoice_draft (tenant_id, member_id);
select isolate('invoice_draft');
grant select, insert, update, delete on invoice_draft to aviso_app;
