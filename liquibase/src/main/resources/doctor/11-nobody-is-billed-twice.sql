-- No membership period stands on two claims, or on two open offers.
select l.period_id, i.kind
from invoice_line l
join invoice i on i.tenant_id = l.tenant_id and i.id = l.invoice_id
where l.period_id is not null and i.kind < 2
group by l.period_id, i.kind
having count(distinct i.id) > 1
