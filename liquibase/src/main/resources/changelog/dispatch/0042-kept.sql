--liquibase formatted sql

--changeset aviso:document-part
--comment What documents that were handed over have alike (fonts, the profile of colours, logos, grounds of pages), each once, known by its SHA-256. Already compressed where that helps.
create table document_part (
    tenant_id uuid not null references tenant,
    hash      bytea not null,
    content   bytea not null,
    primary key (tenant_id, hash),
    check (hash = sha256(content))
);
select isolate('document_part');
grant select, insert on document_part to aviso_app;

--changeset aviso:document-shape
--comment In which order parts stand in documents of one shape; null is a gap, in which each document says its own.
create table document_shape (
    tenant_id uuid not null references tenant,
    hash      bytea not null,
    parts     bytea[] not null,
    primary key (tenant_id, hash)
);
select isolate('document_shape');
grant select, insert on document_shape to aviso_app;

--changeset aviso:sent-document
--comment Documents as they were handed over: with what is said in the gaps of the shape, they are the same bytes whatever writes documents later. Kept as long as the names on the invoice are. The column stays in its row where it can.
create table sent_document (
    tenant_id  uuid not null,
    invoice_id uuid not null,
    hash       bytea not null,
    shape      bytea not null,
    own        bytea[] not null,
    primary key (tenant_id, invoice_id, hash),
    foreign key (tenant_id, invoice_id) references invoice,
    foreign key (tenant_id, shape) references document_shape
);
alter table sent_document alter column own set storage main;
select isolate('sent_document');
grant select, insert on sent_document to aviso_app;

--changeset aviso:dispatch-kept
--comment True where the document of the last hand-over is kept; those of before are made anew by the writer that made them.
alter table dispatch add column kept boolean not null default false;

--changeset aviso:purge-invoices-kept splitStatements:false
--comment Names and addresses on documents whose time is over, with the documents that say them; lines, sums, number and reference stay. The server may not change an invoice otherwise: this runs as the owner, who sees the caller's tenant alone, and asks the day itself. A claim that is still open keeps its name.
create or replace function purge_invoices(most int) returns int language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    caller uuid := nullif(current_setting('app.tenant', true), '')::uuid;
    ids uuid[];
begin
    select array_agg(id) into ids from (
        select i.id from invoice i
        where i.tenant_id = caller
          and i.issued_on < retention_boundary() and i.snapshot -> 'recipient' ->> 'name' <> ''
          and not exists (select from settlement s
                          where s.tenant_id = i.tenant_id and s.invoice_id = i.id and s.status in (0, 1))
        limit most) old;
    update dispatch set kept = false where tenant_id = caller and invoice_id = any(ids) and kept;
    delete from sent_document where tenant_id = caller and invoice_id = any(ids);
    update invoice set snapshot = jsonb_set(snapshot, '{recipient}', jsonb_build_object(
        'name', '', 'addressLines', '[]'::jsonb, 'memberNumber', snapshot -> 'recipient' -> 'memberNumber'))
    where tenant_id = caller and id = any(ids);
    return coalesce(array_length(ids, 1), 0);
end $$;
