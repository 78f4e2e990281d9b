package rhytid;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import rhytid.storage.S3Settings;

/** An S3 server over HTTP for tests: S3Proxy on a temporary folder, or a real one that RHYTID_TEST_S3_* names. */
public final class TestS3 implements AutoCloseable {

    private static final String KEY = "test-key";
    private static final String SECRET = "test-secret";

    private final S3Settings settings;
    private final BlobStore blobs;
    private S3Proxy proxy;

    private TestS3(S3Settings settings, BlobStore blobs, S3Proxy proxy) {
        this.settings = settings;
        this.blobs = blobs;
        this.proxy = proxy;
    }

    public static TestS3 start() {
        String endpoint = System.getenv("RHYTID_TEST_S3_ENDPOINT");
        if (endpoint == null) {
            return startLocal();
        }
        String prefix = "rhytid-test-" + UUID.randomUUID().toString().substring(0, 8);
        return new TestS3(
                new S3Settings(
                        endpoint,
                        System.getenv("RHYTID_TEST_S3_ACCESS_KEY"),
                        System.getenv("RHYTID_TEST_S3_SECRET_KEY"),
                        prefix,
                        null),
                null,
                null);
    }

    public static TestS3 startLocal() {
        try (ServerSocket free = new ServerSocket(0)) {
            Path folder = TemporaryFolders.create("rhytid-s3");
            Properties properties = new Properties();
            properties.setProperty("jclouds.filesystem.basedir", folder.toString());
            properties.setProperty("jclouds.identity", KEY);
            properties.setProperty("jclouds.credential", SECRET);
            BlobStore blobs = BlobStores.create("filesystem-nio2", properties);
            String endpoint = "http://127.0.0.1:" + free.getLocalPort();
            free.close();
            return new TestS3(
                    new S3Settings(endpoint, KEY, SECRET, "rhytid-test", null), blobs, serve(blobs, endpoint));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static S3Proxy serve(BlobStore blobs, String endpoint) {
        try {
            S3Proxy proxy = S3Proxy.builder()
                    .blobStore(blobs)
                    .endpoint(URI.create(endpoint))
                    .awsAuthentication(AuthenticationType.AWS_V4, KEY, SECRET)
                    .ignoreUnknownHeaders(true)
                    .build();
            proxy.start();
            return proxy;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public S3Settings settings() {
        return settings;
    }

    /** For {@code serve} to keep its photos here. */
    public List<String> options() {
        return List.of(
                "--s3-endpoint=" + settings.endpoint(),
                "--s3-access-key=" + settings.accessKey(),
                "--s3-secret-key=" + settings.secretKey(),
                "--s3-bucket=" + settings.bucketPrefix(),
                "--secret-key=" + "A".repeat(43) + "=");
    }

    /** Stops answering, as if the server had gone. */
    public void pause() {
        try {
            proxy.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers again, with what it had. */
    public void resume() {
        proxy = serve(blobs, settings.endpoint());
    }

    @Override
    public void close() {
        if (proxy != null) {
            pause();
        }
    }
}
