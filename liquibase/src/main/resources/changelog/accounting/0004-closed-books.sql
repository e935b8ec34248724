--liquibase formatted sql

--changeset aviso:true-day
--comment happened_on: the true day of what was booked on the first open day, because its own stood in closed books.
alter table ledger_entry add column happened_on date check (happened_on < booked_on);

--changeset aviso:books-closing
--comment Up to this day, it included, nothing more is booked in the seller's books. Opened again it stays, with the reason.
create table books_closing (
    tenant_id       uuid not null,
    id              uuid not null,
    seller_group_id uuid not null,
    closed_to       date not null,
    closed_at       timestamptz not null,
    closed_by       text not null,
    reopened_at     timestamptz,
    reopened_by     text,
    reason          text,
    primary key (tenant_id, id),
    foreign key (tenant_id, seller_group_id) references group_node,
    check ((reopened_at is null) = (reopened_by is null) and (reopened_at is null) = (reason is null))
);
create unique index books_closing_standing on books_closing (tenant_id, seller_group_id, closed_to) where reopened_at is null;
select isolate('books_closing');
grant select, insert, update (reopened_at, reopened_by, reason) on books_closing to aviso_app;

--changeset aviso:closed-books-take-no-entry splitStatements:false
--comment A trigger, against the rule: a check knows no other table, and a policy would hide a row where it must refuse it. It asks once a statement. Who books holds the tenant's books open until commit; who closes them waits for that, so no entry slips in beside.
create function refuse_in_closed_books() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
    perform pg_advisory_xact_lock_shared(hashtextextended('books ' || current_setting('app.tenant', true), 0));
    if exists (
        select from added a
        join (select c.tenant_id, c.seller_group_id, max(c.closed_to) as closed_to from books_closing c
              where c.reopened_at is null group by 1, 2) c
            on c.tenant_id = a.tenant_id and c.seller_group_id = a.seller_group_id
        where a.booked_on <= c.closed_to) then
        raise exception 'nothing is booked in closed books' using errcode = 'check_violation';
    end if;
    return null;
end $$;
create trigger closed_books after insert on ledger_entry
    referencing new table as added for each statement execute function refuse_in_closed_books();
