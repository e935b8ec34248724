--liquibase formatted sql

--changeset aviso:isolate splitStatements:false
--comment One way to isolate a table: row-level security, forced, one policy; outside a tenant's transaction nothing is visible.
create function isolate(target regclass) returns void language plpgsql as $$
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format(
        'create policy tenant_only on %s
            using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)
            with check (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', target);
end $$;

--changeset aviso:schema-use
grant usage on schema public to aviso_app;
revoke create on schema public from public;
