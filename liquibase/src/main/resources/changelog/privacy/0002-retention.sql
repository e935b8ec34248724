--liquibase formatted sql

--changeset aviso:retention-boundary splitStatements:false
--comment What is older than this day need not be kept: the seventh year behind it is over (bokforingslagen 7:2). Only a demo tenant has a day of its own; for all others the wall clock of the database decides, whatever the caller says.
create function retention_boundary() returns date language sql stable set search_path = pg_catalog, public, pg_temp as $$
    select make_date(extract(year from case when demo then coalesce(business_date, current_date) else current_date end)::int - 7, 1, 1)
    from tenant where id = nullif(current_setting('app.tenant', true), '')::uuid
$$;

--changeset aviso:purge-invoices splitStatements:false
--comment Names and addresses on documents whose time is over; lines, sums, number and reference stay. The server may not change an invoice otherwise: this runs as the owner, who sees the caller's tenant alone, and asks the day itself. A claim that is still open keeps its name.
create function purge_invoices(most int) returns int language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    done int;
begin
    update invoice set snapshot = jsonb_set(snapshot, '{recipient}', jsonb_build_object(
        'name', '', 'addressLines', '[]'::jsonb, 'memberNumber', snapshot -> 'recipient' -> 'memberNumber'))
    where tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and id in (
        select i.id from invoice i
        where i.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
          and i.issued_on < retention_boundary() and i.snapshot -> 'recipient' ->> 'name' <> ''
          and not exists (select from settlement s
                          where s.tenant_id = i.tenant_id and s.invoice_id = i.id and s.status in (0, 1))
        limit most);
    get diagnostics done = row_count;
    return done;
end $$;

--changeset aviso:purge-payments splitStatements:false
--comment Who paid, and what they wrote; day, amount and the bank's key stay. What still waits for a person keeps it.
create function purge_payments(most int) returns int language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    ids uuid[];
begin
    select array_agg(id) into ids from (
        select p.id from payment p
        join payment_state s on s.tenant_id = p.tenant_id and s.payment_id = p.id and s.suspense = 0
        where p.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
          and p.booked_on < retention_boundary()
          and (p.payer ->> 'name' <> '' or p.payer ->> 'account' <> '' or p.message <> '' or p.reference <> '')
        limit most) old;
    delete from payment_reference
    where tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and payment_id = any(ids);
    update payment set reference = '', message = '', payer =
        '{"name": "", "address": {"street": "", "postalCode": "", "city": "", "country": ""}, "account": "", "organisationNumber": ""}'
    where tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and id = any(ids);
    return coalesce(array_length(ids, 1), 0);
end $$;

--changeset aviso:purge-vault splitStatements:false
--comment The raw bytes of bank files whose year is over; they belong to no tenant, so the wall clock decides.
create function purge_vault(most int) returns int language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    done int;
begin
    delete from vault_piece where vault_id in (
        select v.id from vault_file v
        where v.received_at < make_date(extract(year from current_date)::int - 7, 1, 1)
          and exists (select from vault_piece p where p.vault_id = v.id)
        limit most);
    get diagnostics done = row_count;
    return done;
end $$;

--changeset aviso:purge-by-the-server
revoke all on function retention_boundary(), purge_invoices(int), purge_payments(int), purge_vault(int) from public;
grant execute on function retention_boundary(), purge_invoices(int), purge_payments(int), purge_vault(int) to aviso_app;
