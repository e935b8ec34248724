--liquibase formatted sql

--changeset aviso:type-of-line
--comment A line says itself of which type the membership was when it was billed: four tables told it of every line that a search looked at. The owner sees rows past the isolation for this changeset alone.
alter table invoice_line add column type_id uuid;
alter table invoice_line no force row level security;
alter table period no force row level security;
alter table membership no force row level security;
update invoice_line l set type_id = b.type_id
    from period p join membership b on b.tenant_id = p.tenant_id and b.id = p.membership_id
    where p.tenant_id = l.tenant_id and p.id = l.period_id;
alter table invoice_line force row level security;
alter table period force row level security;
alter table membership force row level security;
create index invoice_line_type on invoice_line (tenant_id, type_id, invoice_id) where type_id is not null;

--changeset aviso:invoice-run-covering
--comment A run's invoices, the newest first, without their rows; those of no run are not among them. Replaces the index that began alike.
create index invoice_by_run on invoice (tenant_id, run_id, issued_on, id) include (due_on, total, kind, occasion, group_id)
    where run_id is not null;
drop index invoice_run;

--changeset aviso:invoice-member-covering
--comment A payer's invoices, the newest first, without their rows: a name leads to thousands. Replaces the index that began alike.
create index invoice_by_member on invoice (tenant_id, member_id, issued_on, id) include (due_on, total, kind);
drop index invoice_member;
