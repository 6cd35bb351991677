-- Places where tasks hold their carrier while they wait, the longest first.
select
  p.service, p.what, p.method, min(p.site) as site,
  count(distinct p.run_id) as runs,
  cast(sum(p.awaits) as bigint) as awaits,
  cast(sum(p.total_nanos) as bigint) as total_nanos,
  max(p.max_nanos) as max_nanos
from points p
where p.kind = 'pinned'
group by p.service, p.what, p.method
order by sum(p.total_nanos) desc, p.service, p.what, p.method
