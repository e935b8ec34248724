-- A dispatch follows one of the same document, by another channel than that one went.
select n.id
from dispatch n
left join dispatch d on d.tenant_id = n.tenant_id and d.id = n.after_id
where n.after_id is not null
  and (d.id is null or d.invoice_id <> n.invoice_id or d.document <> n.document or d.level <> n.level
       or d.recall <> n.recall or d.channel = n.channel)
