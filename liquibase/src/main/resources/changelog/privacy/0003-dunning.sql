--liquibase formatted sql

--changeset aviso:notes-can-go
--comment What somebody wrote about a person beside a stop of reminders or a move goes with the person.
grant update (note) on dunning_stop to aviso_app;
grant update (note) on membership_transfer to aviso_app;

--changeset aviso:purge-collector-files splitStatements:false
--comment Files that went to a collector name people; when their year is over and no claim is with the collector any more, the bytes go. Day, sum, number of claims and hash stay. The server may not change such a file otherwise.
create function purge_collector_files(most int) returns int language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    done int;
begin
    update collector_export set content = ''
    where tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and id in (
        select e.id from collector_export e
        where e.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
          and e.made_on < retention_boundary() and e.content <> ''
          and not exists (select from collector_case c
                          join settlement s on s.tenant_id = c.tenant_id and s.invoice_id = c.invoice_id and s.status in (0, 1)
                          where c.tenant_id = e.tenant_id and c.export_id = e.id and c.taken_back_on is null)
        limit most);
    get diagnostics done = row_count;
    return done;
end $$;

--changeset aviso:purge-collector-files-by-the-server
revoke all on function purge_collector_files(int) from public;
grant execute on function purge_collector_files(int) to aviso_app;
