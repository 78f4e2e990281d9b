package rhytid.web;

import com.zaxxer.hikari.pool.HikariPool;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.ConnectionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rhytid.storage.StoreUnavailable;

/** Faults that are not the caller's. */
final class Faults {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private Faults() {}

    static Problem problem(Throwable fault) {
        if (passes(fault)) {
            LOG.warn("Something needed is away: {}", fault.getMessage());
            return new Problem(
                    503, "unavailable", "A part of the service is away. Try again in a moment.", Problem.retryAfter(5));
        }
        LOG.error("Fault", fault);
        return new Problem(500, "fault", "A fault of ours. It was written down under the request's id.");
    }

    /** The store or the database is away, and will be back. */
    private static boolean passes(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            boolean away = cause instanceof StoreUnavailable
                    || cause instanceof ConnectionException
                    || cause instanceof SQLTransientException
                    || cause instanceof HikariPool.PoolInitializationException
                    || cause instanceof TimeoutException
                    || (cause instanceof SQLException sql && isConnectionState(sql.getSQLState()));
            if (away) {
                return true;
            }
        }
        return false;
    }

    /** Connection exception, operator intervention, insufficient resources, deadlock. */
    private static boolean isConnectionState(@Nullable String state) {
        return state != null && state.matches("08...|57...|53...|40...");
    }
}
