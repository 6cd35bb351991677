-- Places where an await takes longer in a service's newest version than in the one before. The
-- ratio of the two is of the typical run; with 99 % confidence it lies between low and
-- high. Listed is what is at least a tenth slower for certain, in five runs or more of each.
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
    a.service, a.version, a.age, case when p.kind = 'pinned' then p.what || ' (pinned)' else p.what end as what, p.method, a.run_id,
    cast(sum(p.awaits) as double) as amount, cast(sum(p.total_nanos) as double) as nanos
  from points p
  join aged a on p.run_id = a.run_id
  where p.method <> ''
  group by a.service, a.version, a.age, p.kind, p.what, p.method, a.run_id
),
logs as (
  select service, what, method, version, age, amount, nanos, ln(nanos / amount) as x
  from per_run
  where nanos > 0e0
),
stats as (
  select
    service, what, method, version, age,
    count(*) as runs, avg(x) as mean, var_samp(x) as var,
    sum(amount) as amount, sum(nanos) as nanos
  from logs
  group by service, what, method, version, age
  having count(*) >= 5
),
compared as (
  select
    n.service, n.what, n.method, o.version || ' > ' || n.version as versions,
    o.runs + n.runs as runs,
    o.nanos / o.amount as old_nanos, n.nanos / n.amount as new_nanos,
    (n.nanos / n.amount - o.nanos / o.amount) * n.amount as added_nanos,
    n.mean - o.mean as diff,
    (2.576e0 + 8.1e0 / (least(n.runs, o.runs) - 1)) * sqrt(n.var / n.runs + o.var / o.runs)
      as margin
  from stats n
  join stats o on n.service = o.service and n.what = o.what and n.method = o.method
  where n.age = 1 and o.age = 2
)
select
  service, what, method, versions, runs,
  round(old_nanos, 0) as old_mean_nanos, round(new_nanos, 0) as new_mean_nanos,
  round(exp(diff), 2) as ratio,
  round(exp(diff - margin), 2) as low, round(exp(diff + margin), 2) as high,
  round(added_nanos, 0) as added_nanos
from compared
where exp(diff - margin) > 1.1e0 and added_nanos > 0e0
order by added_nanos desc, service, what, method
