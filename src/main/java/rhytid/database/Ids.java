package rhytid.database;

/** Where the ids of rows come from. Opaque to callers; 26 characters of lower-case letters and digits. */
@FunctionalInterface
public interface Ids {

    String next();
}
