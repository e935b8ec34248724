-- A membership is active if, and only if, one of its periods is paid.
select m.id
from membership m
where (m.status = 1) <> exists (
    select 1 from period p where p.tenant_id = m.tenant_id and p.membership_id = m.id and p.state = 1)
