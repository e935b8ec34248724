-- An offer was taken if, and only if, a claim came of it.
select a.invoice_id
from offer_answer a
where (a.state = 1) <> exists (
    select 1 from invoice c where c.tenant_id = a.tenant_id and c.offer_id = a.invoice_id)
