-- A payment settles documents of the seller who was paid, or of the very giro number that was paid to: references begin
-- anew under each number, and the same digits are another document's under another.
-- [money]
select a.id
from allocation a
join payment p on p.tenant_id = a.tenant_id and p.id = a.payment_id
join invoice i on i.tenant_id = a.tenant_id and i.id = a.invoice_id
left join allocation r on r.tenant_id = a.tenant_id and r.reverses_id = a.id
where a.reverses_id is null and r.id is null and p.seller_group_id <> i.seller_group_id and p.giro <> i.giro
