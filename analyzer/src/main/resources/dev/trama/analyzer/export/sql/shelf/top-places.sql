-- The ten places of each service where tasks wait the longest, all versions together.
with
{places},
summed as (
  select
    service, what, method,
    count(distinct run_id) as runs,
    cast(sum(awaits) as bigint) as awaits,
    cast(sum(total_nanos) as bigint) as total_nanos,
    cast(sum(ready_nanos) as bigint) as ready_nanos
  from places
  group by service, what, method
),
shares as (
  select
    service, what, method, runs, awaits, total_nanos, ready_nanos,
    round(cast(total_nanos as double) * 100e0 / sum(total_nanos) over (partition by service), 1)
      as percent,
    row_number() over (
      partition by service order by total_nanos desc, what, method) as place
  from summed
)
select service, what, method, runs, awaits, total_nanos, ready_nanos, percent
from shares
where place <= 10
order by service, place
