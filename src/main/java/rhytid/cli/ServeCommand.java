package rhytid.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Period;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rhytid.database.DatabaseUnavailable;
import rhytid.storage.StoreUnavailable;

/** Runs the service until it is stopped. */
@Command(
        name = "serve",
        description = "Runs the clinic's service: on embedded storage and database, or on PostgreSQL and S3 servers.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class)
public final class ServeCommand implements Callable<Integer> {

    /** What is started; the wiring is not the command line's. */
    public interface Starter {
        /** Returns when the service has stopped. */
        void serve(ServeCommand options, String version) throws Exception;
    }

    @Mixin
    public final ServiceOptions service = new ServiceOptions();

    @Option(names = "--port", defaultValue = "8080", description = "Port to listen on (default: ${DEFAULT-VALUE}).")
    public int port = 8080;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "Address to listen on (default: ${DEFAULT-VALUE}, behind a proxy that speaks HTTPS).")
    public String host = "127.0.0.1";

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "How people reach the service, for the links that are handed out.")
    public @Nullable String publicUrl;

    @Option(names = "--behind-proxy", description = "Believe the proxy's X-Forwarded-For.")
    public boolean behindProxy;

    @Option(
            names = "--metrics-host",
            defaultValue = "127.0.0.1",
            description = "Address for /metrics alone (default: ${DEFAULT-VALUE}).")
    public String metricsHost = "127.0.0.1";

    @Option(
            names = "--metrics-port",
            defaultValue = "0",
            description = "Its port (default: a free one, which the log names).")
    public int metricsPort;

    @Option(names = "--admin-email", paramLabel = "EMAIL", description = "The first administrator, on the first start.")
    public @Nullable String adminEmail;

    @Option(
            names = "--admin-password",
            paramLabel = "SECRET",
            description = "Better given as RHYTID_ADMIN_PASSWORD: others see a command's options.")
    public @Nullable String adminPassword;

    @Option(
            names = "--workers",
            defaultValue = "2",
            description = "Comparisons worked on at once (default: ${DEFAULT-VALUE}).")
    public int workers = 2;

    @Option(
            names = "--queue-limit",
            defaultValue = "1000",
            description = "Comparisons that may wait in all (default: ${DEFAULT-VALUE}).")
    public int queueLimit = 1000;

    @Option(
            names = "--requests-per-minute",
            defaultValue = "3000",
            description = "From one address (default: ${DEFAULT-VALUE}).")
    public int requestsPerMinute = 3000;

    @Option(
            names = "--retention",
            paramLabel = "PERIOD",
            description = "Erase patients about whom nothing was recorded for so long, such as P10Y. Nothing is erased"
                    + " without it.")
    public @Nullable Period retention;

    @Option(
            names = "--require-second-factor",
            description = "Administrators and injectors need a second factor; everybody else may have one.")
    public boolean requireSecondFactor;

    @Option(
            names = "--secret-key",
            paramLabel = "SECRET",
            description = "32 bytes in base64 that second factors are encrypted with, the same for all nodes; better"
                    + " given as RHYTID_SECRET_KEY (default: made in the data folder).")
    public @Nullable String secretKey;

    @Option(
            names = "--forget-second-factor",
            paramLabel = "EMAIL",
            description = "At this start, take the second factor off the account: for the only administrator who lost"
                    + " phone and recovery codes.")
    public @Nullable String forgetSecondFactor;

    @Option(names = "--models", paramLabel = "DIR", description = "Use the models in DIR instead of Rhytid's own.")
    public @Nullable Path models;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private final Starter starter;

    public ServeCommand(Starter starter) {
        this.starter = starter;
    }

    @Override
    public Integer call() throws Exception {
        try {
            starter.serve(this, new VersionProvider().getVersion()[0].replace("rhytid ", ""));
            return ExitCode.DONE;
        } catch (IOException | DatabaseUnavailable | StoreUnavailable e) { // says itself what is wrong
            say(String.valueOf(e.getMessage()));
            return ExitCode.FAULT;
        }
    }

    /** Messages for whoever started the service. */
    public void say(String message) {
        spec.commandLine().getErr().println("rhytid: " + message);
        spec.commandLine().getErr().flush();
    }
}
