package rhytid.storage;

import org.jspecify.annotations.Nullable;

/**
 * Where the S3 server is and who asks.
 *
 * @param endpoint its URL
 * @param bucketPrefix the buckets are {@code <prefix>-originals} and {@code <prefix>-pictures}
 * @param region where the server wants one
 */
public record S3Settings(
        String endpoint,
        String accessKey,
        String secretKey,
        String bucketPrefix,
        @Nullable String region) {

    @Override
    public String toString() { // the secret must reach no log
        return "S3Settings[" + endpoint + ", " + bucketPrefix + "]";
    }
}
