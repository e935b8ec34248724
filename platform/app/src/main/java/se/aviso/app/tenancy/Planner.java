package se.aviso.app.tenancy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** What PostgreSQL is told about planning, for the rest of the transaction. */
@Dependent
public class Planner {
    @Inject
    Sql sql;

    /**
     * For searches by any criteria. Their values differ too much for one plan that fits all: a day has one invoice or a
     * hundred thousand. They end in milliseconds, in which neither a compiled plan nor helpers are ready. And a table
     * is never read whole where an index has all that is asked: the rows of the great tables are wide.
     */
    public void forSearch() {
        sql.query(
                "select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off', true), "
                        + "set_config('max_parallel_workers_per_gather', '0', true), "
                        + "set_config('enable_seqscan', 'off', true), set_config('work_mem', '16MB', true)",
                row -> true);
    }

    /**
     * Plans are kept again, as they are outside of searches: for the statement that reads what was found by its ids.
     */
    public void asUsual() {
        sql.query(
                "select set_config('plan_cache_mode', 'auto', true), set_config('enable_seqscan', 'on', true)",
                row -> true);
    }
}
