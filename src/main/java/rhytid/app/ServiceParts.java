package rhytid.app;

import java.time.Clock;
import java.util.random.RandomGenerator;
import rhytid.clinic.PhotoIntake;
import rhytid.jobs.ComparisonWork;
import rhytid.jobs.JobSettings;

/** What the service is given from outside, so that tests can give other things. */
public record ServiceParts(
        PhotoIntake intake, ComparisonWork work, JobSettings jobs, Clock clock, RandomGenerator random) {}
