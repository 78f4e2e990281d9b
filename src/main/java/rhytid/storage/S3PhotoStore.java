package rhytid.storage;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import okhttp3.OkHttpClient;

/** Objects with any S3 server. Two buckets; what the server acknowledged is durable there. */
public final class S3PhotoStore implements PhotoStore {

    private static final Set<String> MISSING = Set.of("NoSuchKey", "NoSuchObject", "NoSuchVersion");

    private final S3Settings settings;
    private final Retries retries;
    private final OkHttpClient http;
    private final MinioClient client;
    private final Set<Shelf> versioned = EnumSet.noneOf(Shelf.class);

    public S3PhotoStore(S3Settings settings) {
        this(settings, Retries.USUAL);
    }

    S3PhotoStore(S3Settings settings, Retries retries) {
        this.settings = settings;
        this.retries = retries;
        this.http = new OkHttpClient.Builder()
                .connectTimeout(Duration.ofSeconds(5))
                .readTimeout(Duration.ofSeconds(30))
                .writeTimeout(Duration.ofSeconds(30))
                .build();
        MinioClient.Builder builder = MinioClient.builder()
                .endpoint(settings.endpoint())
                .credentials(settings.accessKey(), settings.secretKey())
                .httpClient(http);
        if (settings.region() != null) {
            builder.region(settings.region());
        }
        this.client = builder.build();
    }

    @Override
    public void prepare() {
        for (Shelf shelf : Shelf.values()) {
            String bucket = bucket(shelf);
            retries.run("make the bucket " + bucket, () -> {
                makeBucket(bucket);
                return bucket;
            });
            BucketProtection.encrypt(client, bucket);
            if (BucketProtection.keepVersions(client, bucket)) {
                versioned.add(shelf);
            }
        }
    }

    @Override
    public Digest put(Shelf shelf, String key, byte[] content, String contentType) {
        ObjectKey.checked(key);
        retries.run(
                "keep " + key,
                () -> client.putObject(PutObjectArgs.builder()
                        .bucket(bucket(shelf))
                        .object(key)
                        .data(content, content.length)
                        .contentType(contentType)
                        .build()));
        return Digest.of(content);
    }

    @Override
    public byte[] read(Shelf shelf, String key, Digest expected) {
        ObjectKey.checked(key);
        byte[] content = retries.<Optional<byte[]>>run("read " + key, () -> fetch(bucket(shelf), key))
                .orElseThrow(() -> new ObjectMissing(shelf, key));
        Digest found = Digest.of(content);
        if (!found.equals(expected)) {
            throw new ObjectDamaged(shelf, key, expected, found);
        }
        return content;
    }

    @Override
    public void delete(Shelf shelf, String key) {
        ObjectKey.checked(key);
        retries.run("delete " + key, () -> {
            if (versioned.contains(shelf)) {
                deleteVersions(bucket(shelf), key);
            } else {
                client.removeObject(RemoveObjectArgs.builder()
                        .bucket(bucket(shelf))
                        .object(key)
                        .build());
            }
            return key;
        });
    }

    @Override
    public List<String> list(Shelf shelf, String prefix) {
        return retries.run("list " + prefix, () -> {
            List<String> keys = new ArrayList<>();
            for (Result<Item> item : client.listObjects(ListObjectsArgs.builder()
                    .bucket(bucket(shelf))
                    .prefix(prefix)
                    .recursive(true)
                    .build())) {
                keys.add(item.get().objectName());
            }
            return List.copyOf(keys);
        });
    }

    @Override
    public String kind() {
        return "s3";
    }

    /** An S3 server does not say. */
    @Override
    public OptionalLong freeBytes() {
        return OptionalLong.empty();
    }

    @Override
    public boolean reachable() {
        try {
            return Retries.answer(() -> client.bucketExists(
                    BucketExistsArgs.builder().bucket(bucket(Shelf.PICTURES)).build()));
        } catch (MinioException e) {
            return false;
        }
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private String bucket(Shelf shelf) {
        return settings.bucketPrefix() + "-" + shelf.key();
    }

    private void makeBucket(String bucket) throws MinioException {
        if (client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
            return;
        }
        try {
            client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
        } catch (ErrorResponseException e) { // another node was first
            if (!e.errorResponse().code().startsWith("BucketAlready")) {
                throw e;
            }
        }
    }

    private Optional<byte[]> fetch(String bucket, String key) throws MinioException {
        try (InputStream object = client.getObject(
                GetObjectArgs.builder().bucket(bucket).object(key).build())) {
            return Optional.of(object.readAllBytes());
        } catch (ErrorResponseException e) {
            if (MISSING.contains(e.errorResponse().code())) {
                return Optional.empty();
            }
            throw e;
        } catch (IOException e) { // the answer broke off: worth another attempt
            throw new MinioException(e);
        }
    }

    private void deleteVersions(String bucket, String key) throws MinioException {
        for (Result<Item> result : client.listObjects(ListObjectsArgs.builder()
                .bucket(bucket)
                .prefix(key)
                .recursive(true)
                .includeVersions(true)
                .build())) {
            Item item = result.get();
            if (item.objectName().equals(key)) {
                client.removeObject(RemoveObjectArgs.builder()
                        .bucket(bucket)
                        .object(key)
                        .versionId(item.versionId())
                        .build());
            }
        }
    }
}
