-- Of a bank file that was undone no payment stands, of no other file was one taken back; and what was taken back has
-- moved nothing on any account.
select f.id
from bank_file f
left join bank_file_undoing u on u.tenant_id = f.tenant_id and u.bank_file_id = f.id
left join (
    select tenant_id, bank_file_id, count(*) filter (where undoing_id is null) as standing, count(undoing_id) as undone
    from payment group by tenant_id, bank_file_id) p on p.tenant_id = f.tenant_id and p.bank_file_id = f.id
where (f.state = 6) <> (u.id is not null)
   or (f.state = 6 and (coalesce(p.standing, 0) > 0 or u.payments <> coalesce(p.undone, 0)))
   or (f.state <> 6 and coalesce(p.undone, 0) > 0)
union all
select q.payment_id
from posting q
join payment p on p.tenant_id = q.tenant_id and p.id = q.payment_id
where p.undoing_id is not null
group by q.tenant_id, q.payment_id, q.account, q.currency
having sum(case q.side when 0 then q.amount else -q.amount end) <> 0
