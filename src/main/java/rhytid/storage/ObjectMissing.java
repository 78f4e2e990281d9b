package rhytid.storage;

/** There is nothing under the key. */
public final class ObjectMissing extends StoreException {

    public ObjectMissing(Shelf shelf, String key) {
        super("no object " + key + " in " + shelf.key(), null);
    }
}
