-- A period on a claim that money has settled is paid, ended or withdrawn; one on a claim that is not settled is neither
-- paid nor ended; one on a claim that was credited whole is neither offered nor paid.
select p.id
from period p
join invoice_line l on l.tenant_id = p.tenant_id and l.period_id = p.id
join settlement s on s.tenant_id = l.tenant_id and s.invoice_id = l.invoice_id
where (s.received >= s.claimed and s.claimed > 0 and p.state not in (1, 2, 4, 5))
   or (s.received + s.credited < s.claimed and p.state in (1, 2))
   or (s.credited_whole and p.state in (0, 1))
