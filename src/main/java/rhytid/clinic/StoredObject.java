package rhytid.clinic;

import rhytid.storage.Digest;
import rhytid.storage.Shelf;

/** An object in the photo store, as the database knows it. */
public record StoredObject(String id, Shelf shelf, String key, Digest digest, long size, String contentType) {}
