-- No OCR reference of a giro number stands for two documents, and every document can be found by its own; the charge of a
-- reminder by that of the claim that was late.
select i.id
from invoice i
left join dunning_charge c on c.tenant_id = i.tenant_id and c.invoice_id = i.id
left join invoice p on p.tenant_id = c.tenant_id and p.id = c.principal_id
left join ocr_reference r on r.tenant_id = i.tenant_id and r.giro = i.giro and r.ocr = ltrim(i.ocr, '0')
where i.kind <> 2 and (r.invoice_id is null or r.invoice_id not in (i.id, coalesce(i.offer_id, i.id), coalesce(p.offer_id, p.id, i.id)))
