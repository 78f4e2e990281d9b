package rhytid.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rhytid.clinic.ComparisonProgress;
import rhytid.clinic.ComparisonQueue;
import rhytid.database.TransactionDataSource;
import rhytid.fault.Busy;

/** The line in the database, shared by all nodes. Each comparison is worked on by one of them at a time. */
public final class ComparisonJobs implements ComparisonQueue, AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration LOOK_FOR_UPKEEP_EVERY = Duration.ofSeconds(10);
    private static final double BUT_ONE = 0.99; // of the places: rounded down
    private static final Duration TIDY_EVERY = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 5;
    private static final int MISSED_HEARTBEATS = 4;

    /** Between the comparison's id and the run's number: the job of the run before may not be cleared away yet. */
    private static final String RUN = "-";

    private final JobSettings settings;
    private final Clock clock;
    private List<Scheduler> schedulers = List.of();

    public ComparisonJobs(JobSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void add(Handle transaction, String comparisonId, int run) {
        long waiting = transaction
                .createQuery("select count(*) from comparison where status in ('queued', 'running')")
                .mapTo(Long.class)
                .one();
        if (waiting > settings.longestLine()) { // this one is counted already
            throw new Busy("Too many comparisons are waiting. Try again later.", Duration.ofSeconds(30));
        }
        OneTimeTask<Void> task = task(null);
        SchedulerClient.Builder.create(new TransactionDataSource(transaction), task)
                .build()
                .schedule(task.instance(comparisonId + RUN + run), clock.instant());
    }

    /**
     * Begins to take work from the line.
     *
     * @param tidyUp is run now and then, on one node at a time
     */
    public void start(DataSource database, ComparisonProgress progress, ComparisonWork work, Runnable tidyUp) {
        RecurringTask<Void> tidying =
                Tasks.recurring("tidy-up", FixedDelay.of(TIDY_EVERY)).execute((instance, context) -> tidyUp.run());
        Scheduler upkeep = settled(Scheduler.create(database).startTasks(tidying))
                .tableName("scheduled_upkeep") // it must not wait behind comparisons, nor take one's place
                .threads(1)
                .pollingInterval(LOOK_FOR_UPKEEP_EVERY)
                .build();
        Scheduler comparing = settled(Scheduler.create(database, task(new ComparisonWorker(progress, work, settings))))
                .threads(settings.workers())
                .pollUsingLockAndFetch(BUT_ONE, 1.0) // whoever ends one looks for the next at once
                .pollingInterval(LOOK_EVERY)
                .build();
        schedulers = List.of(upkeep, comparing);
        schedulers.forEach(Scheduler::start);
    }

    private SchedulerBuilder settled(SchedulerBuilder builder) {
        return builder.heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(settings.stopWithin())
                .schedulerName(new SchedulerName.Fixed(
                        "node-" + ProcessHandle.current().pid() + "-" + System.nanoTime()))
                .failureLogging(LogLevel.DEBUG, false); // the worker says it better
    }

    /** Takes no more, and waits for what is being worked on; what takes too long goes back into the line. */
    @Override
    public void close() {
        schedulers.forEach(Scheduler::stop);
    }

    private OneTimeTask<Void> task(@Nullable ComparisonWorker worker) {
        return Tasks.oneTime("comparison")
                .onFailure(this::later)
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    if (worker == null) {
                        throw new IllegalStateException("this side of the queue only puts into it");
                    }
                    worker.run(instance.getId().split(RUN)[0]); // a job of an earlier version has no run
                });
    }

    private void later(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        int failures = Math.min(complete.getExecution().consecutiveFailures, MOST_DOUBLINGS);
        operations.reschedule(
                complete, clock.instant().plus(settings.firstPause().multipliedBy(1L << failures)));
    }
}
