package rhytid.storage;

import java.util.List;
import java.util.OptionalLong;

/**
 * Keeps immutable objects by key. What {@link #put} returned for is on disk and survives the loss of power; what
 * {@link #read} returns is what was put, or there is an exception. Safe for threads and for several processes.
 *
 * <p>A key is opaque: lower-case words joined by {@code /}. No key may be another's folder.
 *
 * <p>Every method throws {@link StoreUnavailable} when the store cannot be reached or written; the caller may try
 * again.
 */
public interface PhotoStore extends AutoCloseable {

    /** Makes what the store needs (buckets, folders); harmless when it is there. */
    void prepare();

    /** Puts the content under the key, whole or not at all, in place of what lay there. */
    Digest put(Shelf shelf, String key, byte[] content, String contentType);

    /**
     * The content under the key.
     *
     * @param expected what {@link #put} returned
     * @throws ObjectMissing where there is nothing
     * @throws ObjectDamaged where the content is no longer what was put
     */
    byte[] read(Shelf shelf, String key, Digest expected);

    /** Takes the object away with all its versions; harmless when there is none. */
    void delete(Shelf shelf, String key);

    /** The keys that begin with the prefix, in no order. */
    List<String> list(Shelf shelf, String prefix);

    /** What it is, in a word for programs: {@code files} or {@code s3}. */
    String kind();

    /** Bytes that it can still take; empty where it cannot know. Throws nothing. */
    OptionalLong freeBytes();

    /** True when the store answers now. Throws nothing. */
    boolean reachable();

    @Override
    void close();
}
