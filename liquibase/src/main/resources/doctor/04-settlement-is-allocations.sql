-- What a claim has received is the sum of its allocations, of what was rounded off beside them, and of what it took of
-- credit balances; its status follows.
-- [money]
select s.invoice_id, s.received - coalesce(a.received, 0) as off_by
from settlement s
join invoice i on i.tenant_id = s.tenant_id and i.id = s.invoice_id
left join (
    select tenant_id, invoice_id, sum(amount) as received from (
        select tenant_id, invoice_id, amount from allocation
        union all
        select tenant_id, invoice_id, amount from rounding
        union all
        select tenant_id, invoice_id, -amount from credit_movement where invoice_id is not null and credit_note_id is null) m
    group by tenant_id, invoice_id) a
    on a.tenant_id = s.tenant_id and a.invoice_id = s.invoice_id
where s.received <> coalesce(a.received, 0)
   or s.claimed <> i.total
   or s.status <> case
        when s.received + s.credited > s.claimed + s.kept then 3
        when s.received + s.credited = s.claimed + s.kept then 2
        when s.received + s.credited > 0 then 1
        else 0 end
