package rhytid.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the service keeps its data: for {@code serve}, {@code backup} and {@code restore} alike. */
public final class ServiceOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "rhytid-data",
            description = "Folder of the embedded database and photos (default: ${DEFAULT-VALUE}).")
    public Path data = Path.of("rhytid-data");

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = "A PostgreSQL server instead of the embedded one: jdbc:postgresql://HOST:PORT/NAME.")
    public @Nullable String databaseUrl;

    @Option(names = "--database-user", paramLabel = "NAME", description = "Who asks the PostgreSQL server.")
    public @Nullable String databaseUser;

    @Option(
            names = "--database-password",
            paramLabel = "SECRET",
            description = "Better given as RHYTID_DATABASE_PASSWORD: others see a command's options.")
    public @Nullable String databasePassword;

    @Option(
            names = "--s3-endpoint",
            paramLabel = "URL",
            description = "An S3 server such as MinIO instead of the folder for photos.")
    public @Nullable String s3Endpoint;

    @Option(names = "--s3-access-key", paramLabel = "KEY", description = "Who asks the S3 server.")
    public @Nullable String s3AccessKey;

    @Option(
            names = "--s3-secret-key",
            paramLabel = "SECRET",
            description = "Better given as RHYTID_S3_SECRET_KEY: others see a command's options.")
    public @Nullable String s3SecretKey;

    @Option(
            names = "--s3-bucket",
            paramLabel = "NAME",
            defaultValue = "rhytid",
            description = "The buckets are NAME-originals and NAME-pictures (default: ${DEFAULT-VALUE}).")
    public String s3Bucket = "rhytid";

    @Option(names = "--s3-region", paramLabel = "NAME", description = "Where the S3 server wants one.")
    public @Nullable String s3Region;
}
