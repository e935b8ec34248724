-- Every entry of the audit trail has the seal that follows from its text and the seal before it, the numbers have no
-- gaps, and the newest seal is the one at the head. The rule is that of se.aviso.audit.Seal.
with entry as (
    select tenant_id, number, text, seal,
           row_number() over trail as place,
           lag(seal) over trail as before
    from audit_entry
    window trail as (partition by tenant_id order by number)
),
newest as (
    select distinct on (tenant_id) tenant_id, number, seal from audit_entry order by tenant_id, number desc
)
select format('%s no. %s', tenant_id, number) as violation
from entry
where number <> place
   or seal <> sha256(coalesce(before, sha256(convert_to(tenant_id::text, 'UTF8'))) || convert_to(text, 'UTF8'))
union all
select format('%s head', coalesce(h.tenant_id, n.tenant_id))
from audit_head h
full join newest n on n.tenant_id = h.tenant_id
where n.number is distinct from h.number
   or n.seal is distinct from h.seal
