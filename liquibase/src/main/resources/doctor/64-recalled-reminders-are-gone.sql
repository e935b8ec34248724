-- A reminder that was taken back waits nowhere to be sent, asks for nothing any more, and stands no more as one of its run.
select q.invoice_id
from recalled_reminder q
where exists (
        select 1 from dispatch d
        where d.tenant_id = q.tenant_id and d.invoice_id = q.invoice_id and d.document = 1 and d.level = q.level
          and d.recall = q.recall and d.state in (0, 1))
   or exists (
        select 1 from reminder r
        where r.tenant_id = q.tenant_id and r.invoice_id = q.invoice_id and r.run_id = q.run_id)
   or q.credited <> coalesce((
        select sum(c.fee + c.interest) from dunning_charge c
        where c.tenant_id = q.tenant_id and c.principal_id = q.invoice_id and c.level = q.level and c.recall = q.recall), 0)
   or exists (
        select 1 from dunning_charge c
        join settlement t on t.tenant_id = c.tenant_id and t.invoice_id = c.invoice_id
        where c.tenant_id = q.tenant_id and c.principal_id = q.invoice_id and c.level = q.level and c.recall = q.recall
          and t.credited <> t.claimed)
