-- Places whose 99th percentile is at least a quarter higher in a service's newest version than in
-- the one before, from the merged distributions of all runs; with a thousand awaits or more.
with
{tails}
select
  n.service, n.what, n.method, n.awaits,
  o.p50_nanos as old_p50_nanos, n.p50_nanos as new_p50_nanos,
  o.p99_nanos as old_p99_nanos, n.p99_nanos as new_p99_nanos
from tails n
join tails o on n.service = o.service and n.what = o.what and n.method = o.method
where
  n.age = 1 and o.age = 2 and n.method <> '' and n.awaits >= 1000 and o.awaits >= 1000
  and n.p99_nanos * 4 >= o.p99_nanos * 5
order by n.service, n.p99_nanos - o.p99_nanos desc, n.what, n.method
