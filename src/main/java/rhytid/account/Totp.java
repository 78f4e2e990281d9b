package rhytid.account;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that a secret and the time make (RFC 6238, over RFC 4226): SHA-1, six digits, thirty seconds, which is what all
 * authenticator apps know. SHA-1 is sound here: HMAC does not rest on finding no collisions.
 */
final class Totp {

    /** As long as the hash (RFC 4226, section 4, R6). */
    static final int SECRET_BYTES = 20;

    static final int DIGITS = 6;

    private static final int STEP_S = 30;
    private static final int BOUND = 1_000_000;
    /** A phone's clock may be that far off, in steps either way (RFC 6238, section 5.2). */
    private static final int DRIFT = 1;

    private static final String HMAC = "HmacSHA1";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    /** The step whose code this is, among those of now that come after the last one that was taken. */
    static OptionalLong step(byte[] secret, String code, Instant now, long last) {
        long middle = now.getEpochSecond() / STEP_S;
        for (long step = middle - DRIFT; step <= middle + DRIFT; step++) {
            if (step > last && code(secret, step).equals(code)) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    static String code(byte[] secret, Instant at) {
        return code(secret, at.getEpochSecond() / STEP_S);
    }

    private static String code(byte[] secret, long step) {
        byte[] mac = mac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int from = mac[mac.length - 1] & 0xf;
        int number = ByteBuffer.wrap(mac).getInt(from) & Integer.MAX_VALUE;
        return ("%0" + DIGITS + "d").formatted(number % BOUND);
    }

    private static byte[] mac(byte[] secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }

    /** As people type it and apps read it (RFC 4648): five bits a letter, no padding. */
    static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit += 5) {
            int value = 0;
            for (int i = bit; i < bit + 5; i++) {
                int set =
                        i < bytes.length * Byte.SIZE ? bytes[i / Byte.SIZE] >> (Byte.SIZE - 1 - i % Byte.SIZE) & 1 : 0;
                value = value << 1 | set;
            }
            text.append(BASE32.charAt(value));
        }
        return text.toString();
    }
}
