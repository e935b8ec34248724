-- A batch bills nobody more than was written: what waits of it and what its runs have issued are no more than its drafts.
select b.id::text as violation
from draft_batch b
where b.drafts < (select count(*) from invoice_draft d where d.tenant_id = b.tenant_id and d.batch_id = b.id)
    + (select count(*) from invoice i where i.tenant_id = b.tenant_id and i.kind = 0
       and (i.run_id = b.run_id or i.run_id in (
           select r.id from run r where r.tenant_id = b.tenant_id and r.batch_id = b.id)))
union all
-- Drafts that are left of a batch bill for the batch's group.
select d.id::text
from invoice_draft d
join draft_batch b on b.tenant_id = d.tenant_id and b.id = d.batch_id
where d.group_id <> b.group_id
