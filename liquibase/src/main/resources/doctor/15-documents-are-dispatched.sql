-- Every document of more than nothing that was issued has its dispatch; a claim that came of an offer needs none, nor
-- does the charge that a reminder carries.
select i.id
from invoice i
where i.kind < 2 and i.total > 0 and i.offer_id is null and not exists (
    select 1 from dispatch d where d.tenant_id = i.tenant_id and d.invoice_id = i.id and d.document = 0)
  and not exists (select 1 from dunning_charge c where c.tenant_id = i.tenant_id and c.invoice_id = i.id)
