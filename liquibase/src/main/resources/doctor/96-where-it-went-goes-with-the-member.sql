-- Nothing that was sent to a member who was erased since says where it went.
select d.id
from dispatch d
join invoice i on i.tenant_id = d.tenant_id and i.id = d.invoice_id
join member m on m.tenant_id = i.tenant_id and m.id = i.member_id
where m.erased_on is not null
  and (d.sent_to is not null
       or exists (select 1 from dispatch_sending s
                  where s.tenant_id = d.tenant_id and s.dispatch_id = d.id
                    and (s.sent_to is not null or s.provider_reference is not null or s.failure is not null)))
