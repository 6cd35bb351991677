-- Places where an await takes longer in a service's newest version than in the one before. The
-- ratio compares typical runs; with 99 % confidence it lies between low and high. Lists
-- places that are certainly at least a tenth slower, with five runs or more of each version.
with
{places},
per_run as (
  select
    service, version, age, what, method, run_id,
    cast(sum(awaits) as double) as amount, cast(sum(total_nanos) as double) as nanos
  from places
  where age <= 2 and method <> ''
  group by service, version, age, what, method, run_id
),
{slower}
select
  service, what, method, versions, runs,
  old_nanos as old_mean_nanos, new_nanos as new_mean_nanos,
  ratio, low, high, added_nanos
from slower
order by added_nanos desc, service, what, method
