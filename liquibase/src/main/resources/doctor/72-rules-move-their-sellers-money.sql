-- What a rule gave away was paid to the rule's seller, and went to invoices of its member alone, until a person took it
-- back and gave it otherwise.
select u.payment_id
from payment_rule_use u
join payment_rule r on r.tenant_id = u.tenant_id and r.id = u.rule_id
join payment p on p.tenant_id = u.tenant_id and p.id = u.payment_id
where p.seller_group_id <> r.seller_group_id
   or not exists (
        select 1 from allocation a join invoice i on i.tenant_id = a.tenant_id and i.id = a.invoice_id
        where a.tenant_id = u.tenant_id and a.payment_id = u.payment_id and i.member_id = r.member_id)
