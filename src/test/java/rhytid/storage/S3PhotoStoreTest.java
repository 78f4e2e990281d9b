package rhytid.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.errors.MinioException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rhytid.TestS3;

/** The contract over HTTP: against S3Proxy, or against the server that RHYTID_TEST_S3_ENDPOINT names. */
class S3PhotoStoreTest extends PhotoStoreContract {

    private static final Retries QUICK = new Retries(3, Duration.ofMillis(20));

    private static TestS3 server;
    private static S3PhotoStore store;

    @BeforeAll
    static void open() {
        server = TestS3.start();
        store = new S3PhotoStore(server.settings());
        store.prepare();
    }

    @AfterAll
    static void close() {
        store.close();
        server.close();
    }

    @Override
    PhotoStore store() {
        return store;
    }

    @Override
    void damage(Shelf shelf, String key) {
        S3Settings settings = server.settings();
        try {
            MinioClient.builder()
                    .endpoint(settings.endpoint())
                    .credentials(settings.accessKey(), settings.secretKey())
                    .build()
                    .putObject(PutObjectArgs.builder()
                            .bucket(settings.bucketPrefix() + "-" + shelf.key())
                            .object(key)
                            .data(new byte[] {1, 2, 3}, 3)
                            .build());
        } catch (MinioException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aServerThatIsAwayIsUnavailableAfterSomeRetries() {
        S3Settings nobody = new S3Settings("http://127.0.0.1:9", "k", "s", "rhytid", null);
        try (S3PhotoStore away = new S3PhotoStore(nobody, QUICK)) {
            assertThatThrownBy(away::prepare)
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("make the bucket");
            assertThat(away.reachable()).isFalse();
        }
    }

    @Test
    void comesBackWithTheServer() throws InterruptedException {
        try (TestS3 other = TestS3.startLocal();
                S3PhotoStore client = new S3PhotoStore(other.settings())) {
            client.prepare();
            other.pause();
            Thread back = Thread.ofVirtual().start(() -> {
                try {
                    Thread.sleep(400);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                other.resume();
            });
            Digest digest = client.put(Shelf.PICTURES, "p/photo", new byte[] {1}, "image/jpeg");
            back.join();
            assertThat(client.read(Shelf.PICTURES, "p/photo", digest)).containsExactly(1);
        }
    }

    @Test
    void wrongKeysAreAClearErrorAtOnce() {
        S3Settings right = server.settings();
        S3Settings wrong = new S3Settings(right.endpoint(), right.accessKey(), "wrong", right.bucketPrefix(), null);
        try (S3PhotoStore stranger = new S3PhotoStore(wrong, new Retries(3, Duration.ofMinutes(1)))) {
            assertThatThrownBy(() -> stranger.put(Shelf.PICTURES, "p/x", new byte[] {1}, "image/jpeg"))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("Signature");
        }
    }
}
