package rhytid.database;

/**
 * A PostgreSQL database and who asks.
 *
 * @param url a JDBC URL, {@code jdbc:postgresql://host:port/name}
 */
public record DatabaseAddress(String url, String user, String password) {

    @Override
    public String toString() { // the password must reach no log
        return "DatabaseAddress[" + url + ", " + user + "]";
    }
}
