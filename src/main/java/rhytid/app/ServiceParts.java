package rhytid.app;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import rhytid.account.PasswordHasher;
import rhytid.clinic.PhotoIntake;
import rhytid.decoder.Decoders;
import rhytid.face.Models;
import rhytid.jobs.ComparisonWork;
import rhytid.jobs.JobSettings;

/**
 * What the service is given from outside, so that tests can give other things.
 *
 * @param clock whose zone is the clinic's: it counts its days there
 */
public record ServiceParts(
        PhotoIntake intake,
        ComparisonWork work,
        JobSettings jobs,
        PasswordHasher passwords,
        Clock clock,
        RandomGenerator random) {

    /**
     * With the measuring line.
     *
     * @param models folder of its models
     */
    public static ServiceParts measuring(Path models, JobSettings jobs) {
        Decoders decoders = Decoders.ofThisProgram();
        Thread.ofPlatform().daemon().name("first-decoder").start(decoders::warmUp);
        MeasuringLine line = new MeasuringLine(Models.open(models), decoders);
        return new ServiceParts(line, line, jobs, new PasswordHasher(), ticking(), new SecureRandom());
    }

    /** Ticks in microseconds, as PostgreSQL keeps time: what is answered is what will be read. */
    private static Clock ticking() {
        return Clock.tick(Clock.systemDefaultZone(), Duration.ofNanos(1000));
    }
}
