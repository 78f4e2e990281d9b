package rhytid.storage;

/** What lies under the key is not what was put there. */
public final class ObjectDamaged extends StoreException {

    public ObjectDamaged(Shelf shelf, String key, Digest expected, Digest found) {
        super(
                "object " + key + " in " + shelf.key() + " is damaged: SHA-256 " + found.hex() + ", not "
                        + expected.hex(),
                null);
    }
}
