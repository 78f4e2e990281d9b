package rhytid.app;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.CountDownLatch;
import rhytid.cli.ServeCommand;
import rhytid.cli.ServiceOptions;
import rhytid.jobs.JobSettings;

/** The {@code serve} command: the service with the real line, until the process is told to stop. */
final class Serving {

    private Serving() {}

    static void serve(ServeCommand options, String version) throws Exception {
        Path models = options.models != null ? options.models : Home.find().resolve("models");
        JobSettings jobs = JobSettings.USUAL.with(options.workers, options.queueLimit);
        run(options, version, ServiceParts.measuring(models, jobs));
    }

    static void backup(ServiceOptions options, Path file) throws Exception {
        try (Backing backing = Backing.openBeside(options, new SecureRandom())) {
            new Backup(backing.database().dataSource(), backing.store()).writeTo(file);
        }
    }

    static void restore(ServiceOptions options, Path file) throws Exception {
        try (Backing backing = Backing.open(options, new SecureRandom())) {
            new Restore(backing.database().dataSource(), backing.store()).readFrom(file);
        }
    }

    static void run(ServeCommand options, String version, ServiceParts parts) throws Exception {
        Service service = Service.start(options, version, parts);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            service.close();
            stopped.countDown();
        }));
        options.say("ready on http://" + options.host + ":" + service.port() + " (metrics on port "
                + service.metricsPort() + ")");
        stopped.await();
    }
}
