-- What a settlement counts as written off is the sum of the write-offs that were not taken back.
-- [money]
select s.invoice_id, s.written_off - coalesce(w.amount, 0) as off_by
from settlement s
left join (
    select tenant_id, invoice_id, sum(amount) as amount from write_off
    where taken_back_on is null group by tenant_id, invoice_id) w
    on w.tenant_id = s.tenant_id and w.invoice_id = s.invoice_id
where s.written_off <> coalesce(w.amount, 0) or s.written_off > s.credited
