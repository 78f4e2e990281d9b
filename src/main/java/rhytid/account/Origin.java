package rhytid.account;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody signs in from.
 *
 * @param device browser and system as a person knows them, such as {@code Firefox · Windows}; null where they are not
 *     known, as with programs
 */
public record Origin(String address, @Nullable String device) {}
