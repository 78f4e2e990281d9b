package rhytid.storage;

import io.minio.GetBucketVersioningArgs;
import io.minio.MinioClient;
import io.minio.SetBucketEncryptionArgs;
import io.minio.SetBucketVersioningArgs;
import io.minio.errors.MinioException;
import io.minio.messages.SseConfiguration;
import io.minio.messages.VersioningConfiguration;
import io.minio.messages.VersioningConfiguration.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is asked of a bucket where its server has it; a server without it is used all the same, and the log says so. */
final class BucketProtection {

    private static final Logger LOG = LoggerFactory.getLogger(BucketProtection.class);

    private BucketProtection() {}

    static void encrypt(MinioClient client, String bucket) {
        try {
            Retries.answer(() -> {
                client.setBucketEncryption(SetBucketEncryptionArgs.builder()
                        .bucket(bucket)
                        .config(SseConfiguration.newConfigWithSseS3Rule())
                        .build());
                return bucket;
            });
        } catch (MinioException e) {
            LOG.warn("The object store does not encrypt {} itself ({}); encrypt its disks.", bucket, e.getMessage());
        }
    }

    /** True when the bucket keeps versions, now or already: deletion must then take each of them. */
    static boolean keepVersions(MinioClient client, String bucket) {
        try {
            Retries.answer(() -> {
                client.setBucketVersioning(SetBucketVersioningArgs.builder()
                        .bucket(bucket)
                        .config(new VersioningConfiguration(Status.ENABLED, null, null, null))
                        .build());
                return bucket;
            });
            return true;
        } catch (MinioException e) {
            LOG.info("The object store keeps no versions of {} ({}).", bucket, e.getMessage());
            return hasVersions(client, bucket);
        }
    }

    private static boolean hasVersions(MinioClient client, String bucket) {
        try {
            Status status = Retries.answer(() -> client.getBucketVersioning(
                            GetBucketVersioningArgs.builder().bucket(bucket).build()))
                    .status();
            return status == Status.ENABLED || status == Status.SUSPENDED;
        } catch (MinioException e) {
            LOG.info("The object store does not say whether {} has versions ({}).", bucket, e.getMessage());
            return false;
        }
    }
}
