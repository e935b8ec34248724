-- Account 1510 of every claim says what its settlement says: claimed less received less
-- credited, and more by what became a credit balance.
-- [money]
select s.invoice_id, coalesce(b.balance, 0) - (s.claimed - s.received - s.credited + s.kept) as off_by
from settlement s
left join (
    select p.tenant_id, p.invoice_id, sum(case p.side when 0 then p.amount else -p.amount end) as balance
    from posting p
    where p.account = coalesce((select a.account from ledger_account a where a.tenant_id = p.tenant_id and a.role = 0), 1510)
    group by p.tenant_id, p.invoice_id) b on b.tenant_id = s.tenant_id and b.invoice_id = s.invoice_id
where coalesce(b.balance, 0) <> s.claimed - s.received - s.credited + s.kept
