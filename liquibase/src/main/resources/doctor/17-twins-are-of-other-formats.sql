-- What another format tells of once more is a booked payment that stands, of another format, under a key that no other
-- standing payment has; and a bank file counts as many of them as it has brought.
select s.payment_id
from payment_sighting s
join payment p on p.tenant_id = s.tenant_id and p.id = s.payment_id
where p.format = s.format
   or (s.undoing_id is null and (p.undoing_id is not null or exists (
        select 1 from payment q
        where q.tenant_id = s.tenant_id and q.giro = s.giro and q.bank_key = s.bank_key and q.undoing_id is null)))
union all
select f.id
from bank_file f
left join (select tenant_id, bank_file_id, count(*) as twins from payment_sighting group by tenant_id, bank_file_id) s
    on s.tenant_id = f.tenant_id and s.bank_file_id = f.id
where f.twins <> coalesce(s.twins, 0)
