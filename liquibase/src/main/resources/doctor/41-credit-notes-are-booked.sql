-- Every credit note of more than nothing has its ledger entry: receivables and credit balances are credited by its
-- total, and by as much as it says is kept.
-- [money]
select c.id as credit_note_id
from credit_note c
join invoice i on i.tenant_id = c.tenant_id and i.id = c.id
left join lateral (
    select sum(case p.side when 1 then p.amount else -p.amount end) filter (where p.account = coalesce(
               (select a.account from ledger_account a where a.tenant_id = p.tenant_id and a.role = 0), 1510)) as receivables,
           sum(case p.side when 1 then p.amount else -p.amount end) filter (where p.account = coalesce(
               (select a.account from ledger_account a where a.tenant_id = p.tenant_id and a.role = 2), 2420)) as kept
    from posting p where p.tenant_id = c.tenant_id and p.entry_id = c.entry_id) b on true
where (i.total > 0) <> (c.entry_id is not null)
   or coalesce(b.receivables, 0) <> i.total - c.kept
   or coalesce(b.kept, 0) <> c.kept
