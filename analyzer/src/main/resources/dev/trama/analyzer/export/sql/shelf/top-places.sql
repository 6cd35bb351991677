-- The ten places of each service where tasks wait the longest, all versions together.
with places as (
  select
    p.service, case when p.kind = 'pinned' then p.what || ' (pinned)' else p.what end as what, p.method,
    count(distinct p.run_id) as runs,
    cast(sum(p.awaits) as bigint) as awaits,
    cast(sum(p.total_nanos) as bigint) as total_nanos,
    cast(sum(p.ready_nanos) as bigint) as ready_nanos
  from points p
  group by p.service, p.kind, p.what, p.method
),
shares as (
  select
    service, what, method, runs, awaits, total_nanos, ready_nanos,
    round(cast(total_nanos as double) * 100e0 / sum(total_nanos) over (partition by service), 1)
      as percent,
    row_number() over (
      partition by service order by total_nanos desc, what, method) as place
  from places
)
select service, what, method, runs, awaits, total_nanos, ready_nanos, percent
from shares
where place <= 10
order by service, place
