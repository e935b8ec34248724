--liquibase formatted sql

--changeset aviso:line-basis
--comment Why a line costs what it costs: a rule a line, its values behind tabs, as se.aviso.pricing.Explanation writes them.
alter table invoice_line add column why text not null default '';

--changeset aviso:invoice-share
--comment So much of a line is another group's and not the seller's; below nothing on a line that takes off.
create table invoice_share (
    tenant_id  uuid not null references tenant,
    invoice_id uuid not null,
    position   smallint not null,
    group_id   uuid not null,
    amount     bigint not null check (amount <> 0),
    primary key (tenant_id, invoice_id, position, group_id),
    foreign key (tenant_id, invoice_id, position) references invoice_line,
    foreign key (tenant_id, group_id) references group_node
);
select isolate('invoice_share');
grant select, insert on invoice_share to aviso_app;
