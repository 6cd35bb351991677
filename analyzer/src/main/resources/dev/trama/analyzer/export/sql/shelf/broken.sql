-- Recordings that could not be read, and why.
select service, day, file, file_bytes, reason
from errors
order by service, file, run_id
