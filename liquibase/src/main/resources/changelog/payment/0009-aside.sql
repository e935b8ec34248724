--liquibase formatted sql

--changeset aviso:payment-aside
--comment aside_waits: what waited when a person set the payment aside, with a note; it is out of the queue only while exactly so much waits.
alter table payment_state add column aside_waits bigint;
alter table payment_state add column aside_note text not null default '';
alter table payment_state add column aside_by text not null default '';
alter table payment_state add column aside_on date;
alter table payment_state add constraint payment_state_aside check ((aside_waits is null) = (aside_on is null));

--changeset aviso:purge-payments-and-notes splitStatements:false
--comment As before, and what people noted of what waited once nothing waits any more.
create or replace function purge_payments(most int) returns int language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    ids uuid[];
begin
    select array_agg(id) into ids from (
        select p.id from payment p
        join payment_state s on s.tenant_id = p.tenant_id and s.payment_id = p.id and s.suspense = 0
        where p.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
          and p.booked_on < retention_boundary()
          and (p.payer ->> 'name' <> '' or p.payer ->> 'account' <> '' or p.message <> '' or p.reference <> ''
               or s.aside_note <> '')
        limit most) old;
    delete from payment_reference
    where tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and payment_id = any(ids);
    update payment set reference = '', message = '', payer =
        '{"name": "", "address": {"street": "", "postalCode": "", "city": "", "country": ""}, "account": "", "organisationNumber": ""}'
    where tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and id = any(ids);
    update payment_state set aside_note = ''
    where tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and payment_id = any(ids) and aside_note <> '';
    return coalesce(array_length(ids, 1), 0);
end $$;
