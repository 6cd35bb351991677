-- Places seen for the first time in a service's newest version, of those that have an older one.
with versions as (
  select service, version, min(start_nanos) as first_nanos
  from runs
  group by service, version
),
ranked as (
  select
    service, version,
    row_number() over (partition by service order by first_nanos desc, version desc) as age
  from versions
),
aged as (
  select r.run_id, r.service, r.version, k.age
  from runs r
  join ranked k on r.service = k.service and r.version = k.version
  where k.age <= 2
),
older as (
  select distinct p.service, p.kind, p.what, p.method
  from points p
  join runs r on r.run_id = p.run_id
  join ranked k on k.service = r.service and k.version = r.version
  where k.age > 1
)
select
  p.service, case when p.kind = 'pinned' then p.what || ' (pinned)' else p.what end as what, p.method, min(p.site) as site,
  count(distinct p.run_id) as runs,
  cast(sum(p.awaits) as bigint) as awaits,
  cast(sum(p.total_nanos) as bigint) as total_nanos
from points p
join aged a on a.run_id = p.run_id
left join older o
  on o.service = p.service and o.kind = p.kind and o.what = p.what and o.method = p.method
where
  a.age = 1 and p.method <> '' and o.method is null
  and p.service in (select service from ranked where age = 2)
group by p.service, p.kind, p.what, p.method
order by p.service, sum(p.total_nanos) desc, p.kind, p.what, p.method
