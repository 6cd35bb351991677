-- Tasks that wait longer for a carrier in a service's newest version than in the one before: their
-- ready time for each task. Ratio and confidence are those of the query regressions.
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
per_run as (
  select
    a.service, a.version, a.age, t.entry, a.run_id,
    cast(count(*) as double) as amount, cast(sum(t.ready_nanos) as double) as nanos
  from tasks t
  join aged a on t.run_id = a.run_id
  group by a.service, a.version, a.age, t.entry, a.run_id
),
logs as (
  select service, entry, version, age, amount, nanos, ln(nanos / amount) as x
  from per_run
  where nanos > 0e0
),
stats as (
  select
    service, entry, version, age,
    count(*) as runs, avg(x) as mean, var_samp(x) as var,
    sum(amount) as amount, sum(nanos) as nanos
  from logs
  group by service, entry, version, age
  having count(*) >= 5
),
compared as (
  select
    n.service, n.entry, o.version || ' > ' || n.version as versions,
    o.runs + n.runs as runs,
    o.nanos / o.amount as old_nanos, n.nanos / n.amount as new_nanos,
    (n.nanos / n.amount - o.nanos / o.amount) * n.amount as added_nanos,
    n.mean - o.mean as diff,
    (2.576e0 + 8.1e0 / (least(n.runs, o.runs) - 1)) * sqrt(n.var / n.runs + o.var / o.runs)
      as margin
  from stats n
  join stats o on n.service = o.service and n.entry = o.entry
  where n.age = 1 and o.age = 2
)
select
  service, entry, versions, runs,
  round(old_nanos, 0) as old_ready_nanos, round(new_nanos, 0) as new_ready_nanos,
  round(exp(diff), 2) as ratio,
  round(exp(diff - margin), 2) as low, round(exp(diff + margin), 2) as high,
  round(added_nanos, 0) as added_nanos
from compared
where exp(diff - margin) > 1.1e0 and added_nanos > 0e0
order by added_nanos desc, service, entry
