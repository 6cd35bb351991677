-- Places seen for the first time in a service's newest version, of those that have an older one.
with
{places},
older as (
  select distinct service, what, method
  from places
  where age > 1
)
select
  p.service, p.what, p.method, min(p.site) as site,
  count(distinct p.run_id) as runs,
  cast(sum(p.awaits) as bigint) as awaits,
  cast(sum(p.total_nanos) as bigint) as total_nanos
from places p
left join older o on o.service = p.service and o.what = p.what and o.method = p.method
where
  p.age = 1 and p.method <> '' and o.method is null
  and p.service in (select service from ranked where age = 2)
group by p.service, p.what, p.method
order by p.service, sum(p.total_nanos) desc, p.what, p.method
