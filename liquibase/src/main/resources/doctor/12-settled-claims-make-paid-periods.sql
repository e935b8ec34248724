-- A period on a claim that money has settled is paid or ended, and one on a claim that is not settled is neither.
select p.id
from period p
join invoice_line l on l.tenant_id = p.tenant_id and l.period_id = p.id
join settlement s on s.tenant_id = l.tenant_id and s.invoice_id = l.invoice_id
where (s.received >= s.claimed and s.claimed > 0 and p.state not in (1, 2, 4))
   or (s.received + s.credited < s.claimed and p.state in (1, 2))
