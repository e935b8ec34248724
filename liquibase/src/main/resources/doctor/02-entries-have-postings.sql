-- Every ledger entry has at least two postings.
-- [money]
select e.id as entry_id
from ledger_entry e
left join posting p on p.tenant_id = e.tenant_id and p.entry_id = e.id
group by e.id
having count(p.entry_id) < 2
