-- A charge is a claim of fee and interest, of the seller, the payer and the reference of the claim that was late.
select c.invoice_id
from dunning_charge c
join invoice i on i.tenant_id = c.tenant_id and i.id = c.invoice_id
join invoice p on p.tenant_id = c.tenant_id and p.id = c.principal_id
where i.total <> c.fee + c.interest
   or i.kind <> 0 or p.kind <> 0
   or i.ocr <> p.ocr or i.giro <> p.giro
   or i.seller_group_id <> p.seller_group_id or i.member_id <> p.member_id
   or (c.recall = 0 and not exists (
        select 1 from reminder r
        where r.tenant_id = c.tenant_id and r.invoice_id = c.principal_id and r.level = c.level))
