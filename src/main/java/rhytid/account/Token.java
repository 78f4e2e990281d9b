package rhytid.account;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.random.RandomGenerator;
import rhytid.storage.Digest;

/** Secrets that are handed out once and kept only as their hash. */
public final class Token {

    private static final int BYTES = 32;

    private Token() {}

    /** 256 random bits as 43 characters that need no escaping in a URL. */
    public static String random(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A token has all its 256 bits of chance, so a plain hash is enough: there is nothing to guess. */
    public static String hash(String token) {
        return Digest.of(token.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
