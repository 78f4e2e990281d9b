/** Where the bytes of photos are kept: in files, or with any S3 server through the MinIO client. */
@NullMarked
package rhytid.storage;

import org.jspecify.annotations.NullMarked;
